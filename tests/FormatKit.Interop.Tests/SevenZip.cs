namespace FormatKit.Interop.Tests;

/// <summary>7-Zip, which takes a VHD for an archive of one file.</summary>
internal static class SevenZip
{
    /// <summary>Unpacks what 7-Zip reads into a folder.</summary>
    /// <returns>The one file there.</returns>
    public static async Task<string> ToRaw(string path, string folder)
    {
        var result = await Peer.Run("7z", "e", "-y", "-tVHD", $"-o{folder}", path);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return Assert.Single(Directory.GetFiles(folder));
    }
}
