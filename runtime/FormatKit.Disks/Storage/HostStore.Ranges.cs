using FormatKit.Disks.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace FormatKit.Disks.Storage;

public abstract partial class HostStore
{
    // Asked once: a host that cannot zero or punch will not learn it while the store is open.
    private volatile bool _cannotZero;
    private volatile bool _cannotPunch;

    /// <summary>Bytes that ranges must begin and end at multiples of for the system to zero them.</summary>
    private protected virtual int ZeroUnit => 1;

    /// <inheritdoc/>
    public sealed override void Zero(long offset, long length)
    {
        length = ClipForWriting(offset, length);
        if (!_cannotZero && Inside(offset, length) is { Length: > 0 } inside)
        {
            if (Ask(HostFile.TryZero, "zero", inside))
            {
                ZeroFill.Write(this, offset, inside.Offset - offset);
                ZeroFill.Write(this, inside.End, offset + length - inside.End);
                return;
            }

            _cannotZero = true;
        }

        ZeroFill.Write(this, offset, length);
    }

    /// <inheritdoc/>
    public sealed override void Punch(long offset, long length)
    {
        length = ClipForWriting(offset, length);
        if (!_cannotPunch && Inside(offset, length) is { Length: > 0 } inside)
        {
            if (Ask(HostFile.TryPunch, "punch", inside))
            {
                ZeroFill.Write(this, offset, inside.Offset - offset);
                ZeroFill.Write(this, inside.End, offset + length - inside.End);
                return;
            }

            _cannotPunch = true;
        }

        Zero(offset, length);
    }

    private long ClipForWriting(long offset, long length)
    {
        ThrowIfNotWritable();
        return StoreRange.Clip(offset, length, Length);
    }

    /// <summary>The part of a range that consists of whole units.</summary>
    private HostRange Inside(long offset, long length)
    {
        var head = (ZeroUnit - offset % ZeroUnit) % ZeroUnit;
        return head >= length
            ? new HostRange(offset, 0)
            : new HostRange(offset + head, (length - head) / ZeroUnit * ZeroUnit);
    }

    private bool Ask(Func<SafeFileHandle, long, long, bool> ask, string verb, HostRange range)
    {
        try
        {
            return ask(Handle, range.Offset, range.Length);
        }
        catch (IOException e)
        {
            throw StoreErrors.From(Name, $"cannot {verb} {range.Length} bytes at byte {range.Offset}", e);
        }
        finally
        {
            Changed();
        }
    }

    private readonly record struct HostRange(long Offset, long Length)
    {
        internal long End => Offset + Length;
    }
}
