using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>
/// Parents that children in tests can have: every disk that tests open finds them by their names. They are made once
/// and never written to.
/// </summary>
internal static class TestParents
{
    /// <summary>Longer than any child on them.</summary>
    private const int Length = 64 << 20;

    /// <summary>The parents.</summary>
    internal static MemoryGate Gate { get; } = new();

    /// <summary>A parent that was never written to.</summary>
    internal static NewBacking Zeros { get; } = Make("zeros.vhd", []);

    /// <summary>A parent that has something else than zeros in all of its first bytes, and ends before its child
    /// does.</summary>
    internal static NewBacking Full { get; } = Make("full.vhd", Bytes.Noise(FullLength, 77), FullLength);

    /// <summary>Bytes of <see cref="Full"/>.</summary>
    internal const int FullLength = 18 * 1024;

    /// <summary>What the guest of a new child on a parent sees.</summary>
    internal static byte[] Content(NewBacking parent, long length)
    {
        var content = new byte[length];
        if (parent == Full)
        {
            Bytes.Noise(FullLength, 77).AsSpan(0, (int)Math.Min(length, FullLength)).CopyTo(content);
        }

        return content;
    }

    private static NewBacking Make(string name, byte[] content, long length = Length)
    {
        var file = new MemoryStore();
        using var disk = TestDisk.Create(file, ImageFormats.Vhd, length, "block_size=4K");
        disk.Write(content, 0);
        Gate[name] = file;
        return new NewBacking(ImageFormats.Vhd, name, "/disks/" + name) { Identity = disk.Identity };
    }
}
