"""Where everything is kept: tables, migrations, and small doors that speak in reporting's types."""
