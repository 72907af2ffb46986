using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;

namespace FormatKit.Cli.Tests;

/// <summary>The second format through the same commands.</summary>
public sealed class VmdkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_create_is_asked_for_info_says()
    {
        Fkit.Good("create", "-f", "vmdk", "-o", "grain_size=128K,adapter_type=lsilogic,hwversion=10,zeroed_grain=on",
            _folder.File("a.vmdk"), "3T");

        var root = Fkit.Good("info", "--output", "json", _folder.File("a.vmdk")).Json;
        Assert.Equal(3L << 40, root.GetProperty("virtual-size").GetInt64());
        Assert.Equal(128 << 10, root.GetProperty("cluster-size").GetInt32());
        var data = root.GetProperty("format-specific").GetProperty("data");
        Assert.Equal("monolithicSparse", data.GetProperty("subformat").GetString());
        Assert.Equal("lsilogic", data.GetProperty("adapter-type").GetString());
        Assert.Equal("10", data.GetProperty("hardware-version").GetString());
        Assert.Equal("yes", data.GetProperty("zeroed-grains").GetString());
    }

    [Fact]
    public void A_disk_goes_from_vpc_to_vmdk_to_raw_and_is_the_same()
    {
        Fkit.Good("create", "-f", "vpc", _folder.File("a.vhd"), "5M");
        Fkit.Pipe([1, 2, 3, 4], "write", "--offset", "3M", _folder.File("a.vhd"));
        Fkit.Good("convert", "-O", "vmdk", _folder.File("a.vhd"), _folder.File("a.vmdk"));
        Fkit.Good("convert", "-O", "raw", _folder.File("a.vmdk"), _folder.File("a.raw"));

        Assert.Equal(0, Fkit.Run("compare", "-F", "raw", _folder.File("a.vmdk"), _folder.File("a.raw")).ExitCode);
        Assert.Equal(0, Fkit.Run("compare", "-F", "raw", _folder.File("a.vhd"), _folder.File("a.raw")).ExitCode);
        Assert.Equal(0, Fkit.Run("check", _folder.File("a.vmdk")).ExitCode);
    }

    [Fact]
    public void An_image_that_its_writer_did_not_close_is_told_by_info_and_check_until_it_is_written_to()
    {
        Fkit.Good("create", "-f", "vmdk", _folder.File("a.vmdk"), "5M");
        var options = new ImageOpenOptions { Writable = true, Format = ImageFormats.Vmdk };
        var crashed = DiskImage.Open(_folder.File("a.vmdk"), options);
        crashed.Write([1], 0);
        crashed.Flush();
        crashed.Abandon();

        Assert.Contains("not closed", Fkit.Good("info", _folder.File("a.vmdk")).Error, StringComparison.Ordinal);
        Assert.Equal(3, Fkit.Run("check", _folder.File("a.vmdk")).ExitCode);
        Fkit.Pipe([2], "write", _folder.File("a.vmdk"));
        Assert.Equal(0, Fkit.Run("check", _folder.File("a.vmdk")).ExitCode);
    }

    [Fact]
    public void A_descriptor_of_other_files_is_refused_by_name_and_not_read_as_raw()
    {
        File.WriteAllText(_folder.File("a.vmdk"), "\n# Disk Descriptor File\r\ncreateType=\"monolithicFlat\"\r\n");

        var refused = Fkit.Run("info", _folder.File("a.vmdk")).HasOneErrorLine();
        Assert.Contains("text descriptor", refused.Error, StringComparison.Ordinal);
    }
}
