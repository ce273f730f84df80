"""What is asked about the chain: who has reported, a figure, its parts, its history."""
