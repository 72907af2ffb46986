using System.Text.Json;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>Tools that make partition tables.</summary>
internal static class DiskTools
{
    /// <summary>Makes a file of zeros.</summary>
    public static string NewDisk(string path, long length)
    {
        using var file = File.Create(path);
        file.SetLength(length);
        return path;
    }

    /// <summary>Has sfdisk make a table by a script.</summary>
    public static async Task Sfdisk(string path, string script, params string[] options)
    {
        var result = await Peer.Feed("sfdisk", script, ["-q", "--no-reread", "--no-tell-kernel", .. options, path]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }

    /// <summary>The table as sfdisk reads it.</summary>
    public static async Task<JsonElement> SfdiskJson(string path)
    {
        var result = await Peer.Run("sfdisk", "--json", path);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("partitiontable");
    }

    /// <summary>Runs sgdisk, which must succeed.</summary>
    public static async Task<string> Sgdisk(string path, params string[] commands)
    {
        var result = await Peer.Run("sgdisk", [.. commands, path]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }

    /// <summary>Runs commands of parted for a disk with logical blocks of 4,096 bytes.</summary>
    public static async Task<string> Parted4096(string path, params string[] commands)
    {
        var result = await Peer.Run(
            "env", ["PARTED_SECTOR_SIZE=4096", Peer.Find("parted")!, "-s", "-m", path, .. commands]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }
}
