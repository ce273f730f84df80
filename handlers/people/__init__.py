"""Who is who: invitations, bindings, and duties that pass to somebody else."""
