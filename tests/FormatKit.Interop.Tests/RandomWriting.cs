using FormatKit.Disks.Images;

namespace FormatKit.Interop.Tests;

/// <summary>Writes, zeros and discards at any offset and of any length, into an image and a model alike.</summary>
internal static class RandomWriting
{
    public static void Run(Random random, int count, DiskImage image, GuestModel model)
    {
        for (var done = 0; done < count; done++)
        {
            var (offset, length) = Range(random, image.Length);
            switch (random.Next(8))
            {
                case 0:
                    image.WriteZeroes(offset, length);
                    model.Zero(offset, length);
                    break;
                case 1:
                    image.Discard(offset, length);
                    model.Zero(offset, length);
                    break;
                default:
                    var bytes = GuestBytes.OfAnyKind(random, length);
                    image.Write(bytes, offset);
                    model.Write(bytes, offset);
                    break;
            }
        }
    }

    /// <summary>A range inside the disk: often short, often on sectors, sometimes many blocks long.</summary>
    public static (long Offset, int Length) Range(Random random, long diskLength)
    {
        var longest = random.Next(4) switch { 0 => 1 << 10, 1 => 64 << 10, 2 => 1 << 20, _ => 5 << 20 };
        var length = (int)random.NextInt64(1, Math.Min(diskLength, longest) + 1);
        var offset = random.NextInt64(diskLength - length + 1);
        return random.Next(2) == 0 || length < 1024
            ? (offset, length)
            : (offset & ~511, length & ~511);
    }
}
