namespace FormatKit.Cli;

/// <summary>The <c>fkit</c> tool.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        using var stopping = new Stopping();
        using var host = ToolHost.OfProcess(stopping);
        return Tool.Run(arguments, host);
    }
}
