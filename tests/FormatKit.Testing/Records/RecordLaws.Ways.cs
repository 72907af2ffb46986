using System.Buffers;

namespace FormatKit.Testing;

public static partial class RecordLaws
{
    /// <summary>The name of <see cref="AllWaysOfWritingAgree"/>.</summary>
    public const string WaysLaw = "all ways of writing agree";

    /// <summary>
    /// Into a span, a buffer writer and an array of its own the same bytes are written, as many as were measured and
    /// none behind them; into a span that is too short by one nothing is.
    /// </summary>
    public static LawResult AllWaysOfWritingAgree<T>(ulong? seed = null)
        where T : IBinaryRecord<T> => ForAll<T>(WaysLaw, seed, example =>
        {
            var (name, value) = (Records.InfoOf<T>().Name, Read<T>(example.Bytes));
            var size = Records.Measure(in value);
            var bytes = Attempt(name, "writing into an array", () => Records.ToBytes(in value));
            Expect(name, size == bytes.Length, $"{size} bytes are measured, and {bytes.Length} are written");

            var room = Enumerable.Repeat((byte)0xA5, size + 8).ToArray();
            var written = Attempt(name, "writing into a span", () => Records.Write(in value, room.AsSpan()));
            Expect(name, written == size, $"{size} bytes are measured, and a span takes {written}");
            ExpectSame<T>(bytes, room.AsSpan(0, size), "a span gets others");
            Expect(name, !room.AsSpan(size).ContainsAnyExcept((byte)0xA5), "bytes behind the record are written");

            var buffer = new ArrayBufferWriter<byte>();
            written = Attempt(name, "writing into a buffer writer", () => Records.Write(in value, buffer));
            Expect(name, written == size, $"{size} bytes are measured, and a buffer writer takes {written}");
            ExpectSame<T>(bytes, buffer.WrittenSpan, "a buffer writer gets others");
            if (size > 0)
            {
                room.AsSpan().Fill(0xA5);
                ExpectRefusal<ArgumentException>(
                    name, "writing into too short a span", () => Records.Write(in value, room.AsSpan(0, size - 1)));
                Expect(name, !room.AsSpan().ContainsAnyExcept((byte)0xA5), "too short a span is written to");
            }
        });

    private static void Expect(string name, bool holds, string claim)
    {
        if (!holds)
        {
            throw new BrokenClaimException(name, claim);
        }
    }

    private static TResult Attempt<TResult>(string name, string what, Func<TResult> act)
    {
        try
        {
            return act();
        }
        catch (Exception thrown) when (thrown is not BrokenClaimException)
        {
            throw new BrokenClaimException(name, $"{what} throws {thrown.GetType().Name}: {thrown.Message}");
        }
    }

    private static void ExpectRefusal<TException>(string name, string what, Action act)
        where TException : Exception
    {
        try
        {
            act();
        }
        catch (TException)
        {
            return;
        }
        catch (Exception other)
        {
            throw new BrokenClaimException(
                name, $"{what} throws {other.GetType().Name}, not {typeof(TException).Name}");
        }

        throw new BrokenClaimException(name, $"{what} is not refused");
    }
}
