using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Generators.Tests;

public sealed class OnesComplementByteSum32Tests
{
    [Fact]
    public void The_vectorised_sum_equals_the_plain_one_at_every_length()
    {
        var bytes = new byte[5000];
        new Random(1).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
        {
            var part = bytes.AsSpan(0, length);
            Assert.Equal(OnesComplementByteSum32.SumPlain(part), OnesComplementByteSum32.SumVectorised(part));
        }
    }

    [Fact]
    public void The_vectorised_sum_takes_no_byte_before_or_after()
    {
        var bytes = new byte[300];
        new Random(2).NextBytes(bytes);

        for (var start = 0; start < 40; start++)
        {
            for (var end = start; end <= bytes.Length; end++)
            {
                var part = bytes.AsSpan(start, end - start);
                Assert.Equal(OnesComplementByteSum32.SumPlain(part), OnesComplementByteSum32.SumVectorised(part));
            }
        }
    }

    [Fact]
    public void Zeros_leave_every_state_as_it_is() =>
        Prop.ForAll<uint, byte>((state, count) =>
            OnesComplementByteSum32.IgnoresZeros
            && OnesComplementByteSum32.Append(state, new byte[count]) == state).QuickCheckThrowOnFailure();

    [Fact]
    public void Lanes_do_not_overflow()
    {
        var bytes = new byte[100_007];
        Array.Fill(bytes, (byte)255);

        Assert.Equal(25_501_785u, OnesComplementByteSum32.SumVectorised(bytes));
    }

    [Fact]
    public void Appending_a_whole_or_its_parts_is_the_same() =>
        Prop.ForAll<byte[], byte[]>((first, second) =>
            OnesComplementByteSum32.Append(OnesComplementByteSum32.Append(0, first), second)
                == OnesComplementByteSum32.Append(0, [.. first, .. second])).QuickCheckThrowOnFailure();

    [Fact]
    public void A_footer_has_the_sum_that_its_specification_computes()
    {
        // A fixed 2 MiB disk as it stands in a file: only the bytes that are not zero.
        var footer = new byte[512];
        "conectix"u8.CopyTo(footer);
        BinaryPrimitives.WriteUInt32BigEndian(footer.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt32BigEndian(footer.AsSpan(12), 0x00010000);
        footer.AsSpan(16, 8).Fill(0xFF);
        BinaryPrimitives.WriteUInt64BigEndian(footer.AsSpan(48), 2 << 20);
        BinaryPrimitives.WriteUInt32BigEndian(footer.AsSpan(60), 2);

        // "conectix" 861, features 2, version 1, offset 8 * 255, size 0x20, type 2: 2938 = 0xB7A.
        Assert.Equal(0xFFFFF485, OnesComplementByteSum32.Finish(OnesComplementByteSum32.Append(0, footer)));
    }
}
