using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Storage;

namespace FormatKit.Disks.Tests.Images;

/// <summary>A barrier that is no flush of the caller; what holds for all formats is in the contract.</summary>
public sealed class FlushFailureTests
{
    private bool _fail;

    [Fact]
    public void A_barrier_that_fails_while_the_file_grows_counts_as_a_failed_flush()
    {
        // The system reports a lost write once. If growing swallowed that, the next flush would promise what is not
        // true.
        var file = new MemoryStore(VhdBytes.Dynamic());
        using var disk = Open(file);
        disk.Write([1], 0);
        _fail = true;
        Assert.Throws<IOException>(() => disk.Write([1], 2 * VhdBytes.BlockSize));
        _fail = false;

        Assert.Throws<ImageException>(disk.Flush);
    }

    private DiskImage Open(MemoryStore file) => DiskImage.Open(
        new ObservedStore(new LastingStore(file), call =>
        {
            if (_fail && call.Action == StoreAction.Flush)
            {
                throw new IOException("no");
            }
        }), new ImageOpenOptions { Writable = true });
}
