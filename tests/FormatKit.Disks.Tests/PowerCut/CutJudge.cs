using System.Buffers;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Says of an image that a cut has left what is wrong with it, or null.</summary>
internal static class CutJudge
{
    /// <summary>It opens; what was flushed is there, and every other sector is old or new; check finds leaks and stale
    /// copies at most.</summary>
    internal static string? Judge(CutDriver driver, Testing.PowerCuts.PowerCut cut, GuestHistory history) =>
        WrongWith(driver, cut.File, found => history.Judge(cut, found.Span));

    /// <summary>The same of a disk whose parts have histories of their own.</summary>
    internal static string? Judge(
        CutDriver driver, Testing.PowerCuts.PowerCut cut, GuestHistory[] histories, int part) =>
        WrongWith(driver, cut.File, found => histories
            .Select((history, index) => history.Judge(cut, found.Span.Slice(index * part, history.Now.Length)))
            .FirstOrDefault(problem => problem is not null));

    /// <summary>The same of an image without a cut, after errors of the host.</summary>
    internal static string? JudgeLive(CutDriver driver, ByteStore file, GuestHistory history) =>
        WrongWith(driver, file, found => history.Judge(int.MaxValue, found.Span));

    /// <summary>The same of an image that has one of a few contents.</summary>
    internal static string? JudgeOneOf(CutDriver driver, ByteStore file, params byte[][] contents) =>
        WrongWith(driver, file, found => contents.Any(content => found.Span.SequenceEqual(content))
            ? null
            : "its content is neither that before nor that after");

    /// <summary>A file that nobody was promised to be an image: it is refused as damaged, or its content is
    /// judged.</summary>
    internal static string? JudgeUnfinished(
        CutDriver driver, ByteStore file, Func<ReadOnlyMemory<byte>, string?> judgeContent)
    {
        try
        {
            using var disk = TestDisk.OpenForReading(file, driver.Format);
            return judgeContent(Bytes.All(disk));
        }
        catch (ImageException)
        {
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    /// <summary>Whoever opens it next can write into every unit, and leaves nothing wrong.</summary>
    internal static string? GoOn(CutDriver driver, MemoryStore file)
    {
        try
        {
            byte[] content;
            using (var disk = TestDisk.OpenForWriting(file, driver.Format))
            {
                content = Bytes.All(disk);
                for (var unit = 0; unit < 6 && (unit * driver.Unit) + 512 <= content.Length; unit++)
                {
                    var bytes = Bytes.Noise(212, unit);
                    disk.Write(bytes, (unit * driver.Unit) + 300);
                    bytes.CopyTo(content, (unit * driver.Unit) + 300);
                }
            }

            using var again = TestDisk.OpenForReading(file, driver.Format);
            return again.Warnings.Count > 0
                ? $"after the next writer: {again.Warnings[0]}"
                : WrongWith(driver, file, found =>
                    found.Span.SequenceEqual(content) ? null : "what was written next is wrong");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"the next writer: {e.GetType().Name}: {e.Message}";
        }
    }

    private static string? WrongWith(
        CutDriver driver, ByteStore file, Func<ReadOnlyMemory<byte>, string?> judgeContent)
    {
        var buffer = Array.Empty<byte>();
        try
        {
            using var disk = TestDisk.OpenForReading(file, driver.Format);
            var length = (int)disk.Length;
            buffer = ArrayPool<byte>.Shared.Rent(length); // disks of many MiB, thousands of times
            disk.Read(buffer.AsSpan(0, length), 0);
            return judgeContent(buffer.AsMemory(0, length)) ?? Corruption(driver.Format, file);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? Corruption(ImageFormat format, ByteStore file) =>
        TestDisk.Check(file, format).Findings
            .FirstOrDefault(finding => finding.Severity == CheckSeverity.Corruption)?.Message;
}
