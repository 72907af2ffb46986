using System.Diagnostics;
using System.Text;
using FormatKit.Formats.Vmdk;
using FormatKit.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Formats.Tests.Vmdk;

/// <summary>Whatever the bytes: a descriptor, or an exception that says where it ends to be one.</summary>
public sealed class VmdkDescriptorFuzzTests
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(DescriptorPicture.Text);

    private static readonly string[] Lines = DescriptorPicture.Text.Split('\n');

    private static readonly string[] Encodings =
    [
        "UTF-8", "windows-1252", "Shift_JIS", "GBK", "GB18030", "Big5", "EUC-KR", "EUC-JP", "iso-2022-jp",
        "iso-2022-kr", "hz-gb-2312", "x-iscii-de", "us-ascii",
    ];

    private static readonly Gen<string> ShuffledText =
        from order in Gen.Shuffle(Enumerable.Range(1, Lines.Length - 1).ToArray())
        select Text([0, .. ExtentsInOrder(order)]);

    [Fact]
    public void Every_beginning_of_a_descriptor_is_one_or_is_refused()
    {
        for (var length = 0; length <= Bytes.Length; length++)
        {
            AssertReadOrRefused(Bytes[..length]);
        }
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Law.ForAll("noise after the first line", Arbitraries.Bytes(400), noise =>
            AssertReadOrRefused([.. Bytes.AsSpan(0, 22), .. noise]), 1_000);

    [Fact]
    public void Any_bytes_after_a_byte_order_mark_are_read_or_refused() =>
        Law.ForAll("noise in UTF-16", Arbitraries.Bytes(401), noise =>
        {
            AssertReadOrRefused([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Lines[0] + '\n'), .. noise]);
            AssertReadOrRefused([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Lines[0] + '\n'), .. noise]);
        }, 500);

    [Fact]
    public void Changed_bytes_are_read_or_refused()
    {
        var changes = Arb.From(Gen.ArrayOf(Gen.Choose(0, Bytes.Length - 1).Zip(
            Gen.OneOf(Gen.Choose(0, 255), Gen.Elements<int>([.. "\0\t\n\r \"#=0f"u8])))));

        Law.ForAll("bytes of a descriptor changed", changes, changed =>
        {
            byte[] bytes = [.. Bytes];
            foreach (var (at, value) in changed)
            {
                bytes[at] = (byte)value;
            }

            AssertReadOrRefused(bytes);
        }, 3_000);
    }

    [Fact]
    public void Digits_are_never_found_where_they_are_not_in_whatever_encoding()
    {
        var texts = Arb.From(
            from encoding in Gen.Elements(Encodings)
            from shifts in Gen.ListOf(Gen.Elements("\e$B", "\e(B", "\e(J", "~{", "~}", "\x0E", "\x0F", "\x8E", " "))
            select (encoding, shifts: Encoding.Latin1.GetBytes(string.Concat(shifts))));

        Law.ForAll("shifted states before the content id", texts, text =>
            AssertReadOrRefused(
            [
                .. Encoding.ASCII.GetBytes($"{Lines[0]}\nencoding={text.encoding}\nx="),
                .. text.shifts, .. "\n"u8, .. text.shifts, .. "CID=1234"u8, .. text.shifts,
            ]), 3_000);
    }

    [Fact]
    public void Only_the_order_of_extents_means_something() =>
        Law.ForAll("lines shuffled, extents in order", Arb.From(ShuffledText), text =>
            Assert.Equal(Meaning(DescriptorPicture.Text), Meaning(text)), 500);

    [Fact]
    public void A_line_that_stands_there_twice_changes_extents_only()
    {
        var copies = Arb.From(Gen.Choose(1, Lines.Length - 1).Zip(Gen.Choose(1, Lines.Length - 1)));

        Law.ForAll("a line doubled", copies, copy =>
        {
            var (from, to) = copy;
            var text = Text([.. Enumerable.Range(0, to), from, .. Enumerable.Range(to, Lines.Length - to)]);
            var extents = DescriptorPicture.Parse(text).Extents.Count;
            Assert.Equal(IsExtent(from) ? 3 : 2, extents);
            Assert.Equal(Meaning(DescriptorPicture.Text)[2..], Meaning(text)[extents..]);
        }, 300);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("# \n")]
    [InlineData("a=1\n")]
    [InlineData("é=\"é\"\n")]
    public void A_mebibyte_is_read_in_bounded_time(string line)
    {
        var text = Encoding.UTF8.GetBytes(
            Lines[0] + '\n' + string.Concat(Enumerable.Repeat(line, (1 << 20) / Encoding.UTF8.GetByteCount(line))));
        VmdkDescriptor.Parse(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        VmdkDescriptor.Parse(text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * text.Length);

        // The best of five, since other work on the machine takes time as well; steps for each pair of lines would not
        // become fewer by asking again.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            VmdkDescriptor.Parse(text);
            return watch.Elapsed;
        });
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    /// <summary>Reads, and asks of what was read that it be so.</summary>
    private static void AssertReadOrRefused(byte[] bytes)
    {
        try
        {
            var read = VmdkDescriptor.Parse(bytes);
            Assert.All(read.Extents, extent => Assert.InRange(extent.Sectors, 0, long.MaxValue / 512));
            if (read.ContentIdDigits is var (start, length))
            {
                var digits = read.Encoding.GetString(bytes, start, length);
                Assert.Equal(read.ContentId, Convert.ToUInt32(digits, 16));
            }
        }
        catch (VmdkDescriptorException refused)
        {
            Assert.InRange(refused.Position, 0, bytes.Length);
            Assert.InRange(refused.Line, 1, bytes.Length + 1);
            Assert.InRange(refused.Message.Length, 1, 400);
        }
    }

    private static string Text(IEnumerable<int> order) => string.Join('\n', order.Select(line => Lines[line]));

    private static string[] Meaning(string text) => DescriptorPicture.Parse(text).Meaning().Split('\n');

    private static bool IsExtent(int line) => Lines[line].StartsWith('R');

    private static IEnumerable<int> ExtentsInOrder(int[] order)
    {
        var extents = new Queue<int>(order.Where(IsExtent).Order());
        return order.Select(line => IsExtent(line) ? extents.Dequeue() : line);
    }
}
