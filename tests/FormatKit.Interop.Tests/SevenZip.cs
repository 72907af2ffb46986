namespace FormatKit.Interop.Tests;

/// <summary>7-Zip, which takes a disk image for an archive of one file.</summary>
internal static class SevenZip
{
    /// <summary>Unpacks what 7-Zip reads into a folder.</summary>
    /// <param name="format">As we call it.</param>
    /// <param name="path">The image.</param>
    /// <param name="folder">Where the file goes.</param>
    /// <returns>The one file there.</returns>
    public static async Task<string> ToRaw(string format, string path, string folder)
    {
        var type = format == "vpc" ? "VHD" : "VMDK";
        var result = await Peer.Run("7z", "e", "-y", $"-t{type}", $"-o{folder}", path);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return Assert.Single(Directory.GetFiles(folder));
    }
}
