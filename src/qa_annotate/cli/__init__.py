"""Options to calls, results to text and exit codes. The only place that knows Typer."""
