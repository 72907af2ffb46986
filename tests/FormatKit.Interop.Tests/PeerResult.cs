namespace FormatKit.Interop.Tests;

internal sealed record PeerResult(int ExitCode, string Output, string Error);
