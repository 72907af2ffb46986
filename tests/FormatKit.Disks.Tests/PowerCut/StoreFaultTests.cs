using FormatKit.Disks.Storage;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>What the user of a store sees of a host that fails.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private readonly MemoryStore _file = new(SectorText.Bytes("ab"));
    private readonly PowerCutStore _store;

    public StoreFaultTests() => _store = new PowerCutStore(_file);

    [Fact]
    public void A_full_disk_is_an_error_with_the_systems_number()
    {
        _store.Fault = StoreFault.Room(1024);

        var error = Assert.Throws<IOException>(() => _store.Write("X", 2));

        Assert.Equal(NoSpaceOfThisSystem(), error.HResult);
        Assert.StartsWith(_store.Name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_takes_what_it_has_room_for()
    {
        _store.Fault = StoreFault.Room(1024 + 512);

        Assert.Throws<IOException>(() => _store.Write("XYZ", 1));

        Assert.Equal("aXY", SectorText.Of(_file));
    }

    [Fact]
    public void A_full_disk_can_be_overwritten_and_read()
    {
        _store.Fault = StoreFault.Room(1024);

        _store.Write("XY", 0);

        Assert.Equal(1024, _store.Read(new byte[1024], 0));
    }

    [Fact]
    public void A_short_write_stops_at_any_byte_and_is_an_error()
    {
        _store.Fault = StoreFault.AtCall(1, new StoreFault(StoreError.Io, BytesDone: 700));

        Assert.Throws<IOException>(() => _store.Write("XY", 0));

        Assert.Equal("X?", SectorText.Of(_file));
        Assert.Equal(((byte)'Y', (byte)'b'), (_file.ToArray()[699], _file.ToArray()[700]));
    }

    [Fact]
    public void A_short_read_fills_a_part_of_the_buffer_and_is_an_error()
    {
        _store.Fault = StoreFault.AtCall(1, new StoreFault(StoreError.Io, BytesDone: 3));
        var buffer = new byte[5];

        Assert.Throws<IOException>(() => _store.Read(buffer, 0));

        Assert.Equal("aaa\0\0"u8, buffer);
    }

    [Fact]
    public void A_call_fails_once()
    {
        _store.Fault = StoreFault.AtCall(2, new StoreFault(StoreError.Io));

        _store.Write("X", 0);
        Assert.Throws<IOException>(() => _store.Write("Y", 0));
        _store.Write("Z", 1);

        Assert.Equal("XZ", SectorText.Of(_file));
    }

    [Fact]
    public void Or_all_from_then_on()
    {
        _store.Fault = StoreFault.AtCall(2, new StoreFault(StoreError.Io), lasts: true);

        _store.Write("X", 0);
        Assert.Throws<IOException>(() => _store.Write("Y", 0));
        Assert.Throws<IOException>(_store.Flush);
        Assert.Throws<IOException>(() => _store.Read(new byte[1], 0));

        Assert.Equal("Xb", SectorText.Of(_file));
    }

    [Fact]
    public void What_failed_is_not_kept_by_a_cut_either()
    {
        _store.Fault = StoreFault.AtCall(1, new StoreFault(StoreError.Io, BytesDone: 512));

        Assert.Throws<IOException>(() => _store.Write("XY", 0));

        Assert.Equal(["Xb", "ab"], _store.NowOrLost());
    }

    public void Dispose() => _store.Dispose();

    private static int NoSpaceOfThisSystem()
    {
        if (!OperatingSystem.IsLinux())
        {
            return OperatingSystem.IsWindows() ? unchecked((int)0x8007_0070) : 28;
        }

        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        return Assert.Throws<IOException>(() => RandomAccess.Write(full, new byte[1], 0)).HResult;
    }
}
