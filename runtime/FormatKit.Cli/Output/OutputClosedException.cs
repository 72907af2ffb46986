namespace FormatKit.Cli.Output;

/// <summary>Whoever read our output does so no more. That is no error of ours.</summary>
internal sealed class OutputClosedException(Exception cause) : IOException("standard output is closed", cause);
