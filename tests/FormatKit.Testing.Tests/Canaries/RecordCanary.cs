using System.Buffers.Binary;

namespace FormatKit.Testing.Tests.Canaries;

/// <summary>
/// A record written by hand, with a bug or without: a kind (an enum of 8 bits), a count (16 bits), so many items of 16
/// bits, and the sum of all bytes before it in 8 bits. Big endian.
/// </summary>
internal sealed class RecordCanary<TBug> : IBinaryRecord<RecordCanary<TBug>>
    where TBug : struct, IPlantedRecordBug
{
    public byte Kind { get; private set; }

    public ushort Count { get; private set; }

    public ushort[] Items { get; private set; } = [];

    public byte Sum { get; private set; }

    static RecordInfo IBinaryRecord<RecordCanary<TBug>>.Info => Table.Info;

    static int IBinaryRecord<RecordCanary<TBug>>.MinimumSize => 4;

    static bool IBinaryRecord<RecordCanary<TBug>>.Read(ref RecordReader reader, out RecordCanary<TBug> value)
    {
        value = null!;
        var start = reader.Position;
        if (!reader.TryTake(3, out var head))
        {
            return reader.Fail<RecordCanary<TBug>>(0);
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(head[1..]);
        CheckKind(ref reader, start, head[0]);
        GC.KeepAlive(TBug.AllocatesFirst ? new ushort[count] : null);
        if (!reader.TryTakeMany(count, sizeof(ushort), RecordLimits.Count, out var bytes))
        {
            return reader.Fail<RecordCanary<TBug>>(2);
        }

        value = new RecordCanary<TBug> { Kind = head[0], Count = count, Items = Read(bytes) };
        var (at, sum) = (reader.Position, SumOf(reader.Slice(start, reader.Position)));
        if (TBug.ForgivesMissingSum && reader.Left == 0)
        {
            value.Sum = sum;
            return true;
        }

        if (!reader.TryTake(1, out var last))
        {
            return reader.Fail<RecordCanary<TBug>>(3);
        }

        value.Sum = last[0];
        if (TBug.ValidatesSum && sum != value.Sum)
        {
            reader.Report<RecordCanary<TBug>>(ViolationKind.Checksum, 3, at, value.Sum, sum);
        }

        return true;
    }

    static void IBinaryRecord<RecordCanary<TBug>>.Measure(in RecordCanary<TBug> value, ref RecordSizer sizer) =>
        sizer.Add(4 + (sizeof(ushort) * value.Items.Length));

    static int IBinaryRecord<RecordCanary<TBug>>.Write(in RecordCanary<TBug> source, Span<byte> target, int start)
    {
        var value = source;
        var bytes = target.Slice(start, 4 + (sizeof(ushort) * value.Items.Length));
        bytes[0] = value.Kind;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)value.Items.Length);
        for (var index = 0; index < value.Items.Length; index++)
        {
            var item = TBug.Put(value.Items[index]);
            BinaryPrimitives.WriteUInt16BigEndian(
                bytes[(3 + (index * 2))..], TBug.IsInTableOrder ? item : BinaryPrimitives.ReverseEndianness(item));
        }

        if (!TBug.ForgetsToWriteSum || value.Items.Length > 0)
        {
            bytes[^1] = SumOf(bytes[..^1]);
        }

        return start + bytes.Length;
    }

    private static void CheckKind(ref RecordReader reader, int at, byte kind)
    {
        if (kind is 1 or 2)
        {
            return;
        }

        if (TBug.ThrowsForUnknownKinds)
        {
            throw new InvalidOperationException("nobody is of that kind");
        }

        reader.Report<RecordCanary<TBug>>(ViolationKind.UnknownValue, 0, at, kind, 0);
    }

    private static ushort[] Read(ReadOnlySpan<byte> bytes)
    {
        var items = new ushort[bytes.Length / 2];
        for (var index = 0; index < items.Length; index++)
        {
            var item = BinaryPrimitives.ReadUInt16BigEndian(bytes[(index * 2)..]);
            items[index] = TBug.IsInTableOrder ? item : BinaryPrimitives.ReverseEndianness(item);
        }

        return items;
    }

    private static byte SumOf(ReadOnlySpan<byte> bytes)
    {
        byte sum = 0;
        foreach (var b in bytes)
        {
            sum += b;
        }

        return sum;
    }

    private static class Table
    {
        internal static readonly RecordInfo Info = RecordInfo.Create<RecordCanary<TBug>>(
            "RecordCanary", ByteOrder.BigEndian, spec: null, doc: null, align: 1,
            [
                new RecordFieldInfo
                {
                    Name = "Kind", Kind = RecordFieldKind.Value, Width = 1,
                    Value = new FieldInfo
                    {
                        Name = "Kind", Offset = 0, Width = 1, Kind = FieldKind.Enum, RejectsUnknown = true,
                        EnumNames = [new(1, "Asleep"), new(2, "Awake")],
                    },
                    Get = static record => ((RecordCanary<TBug>)record).Kind,
                },
                new RecordFieldInfo
                {
                    Name = "Count", Kind = RecordFieldKind.Value, Width = 2, CountOf = "Items",
                    Value = Number("Count"),
                    Get = static record => ((RecordCanary<TBug>)record).Count,
                },
                new RecordFieldInfo
                {
                    Name = "Items", Kind = RecordFieldKind.Values, Value = Number("Items"),
                    Extent = new RecordExtent
                    {
                        Kind = RecordExtentKind.Field, Field = "Count", Max = RecordLimits.Count,
                    },
                    Get = static record => ((RecordCanary<TBug>)record).Items,
                },
                new RecordFieldInfo
                {
                    Name = "Sum", Kind = RecordFieldKind.Value, Width = 1,
                    Value = new FieldInfo
                    {
                        Name = "Sum", Offset = 0, Width = 1, Kind = FieldKind.Unsigned, Role = FieldRole.Checksum,
                    },
                    Checksum = new RecordChecksumInfo
                    {
                        Algorithm = "Sum8", Ranges = [new(null, "Items")], Compute = static bytes => SumOf(bytes),
                    },
                    Get = static record => ((RecordCanary<TBug>)record).Sum,
                },
            ]);

        private static FieldInfo Number(string name) => new()
        {
            Name = name, Offset = 0, Width = 2, Kind = FieldKind.Unsigned, Order = ByteOrder.BigEndian,
            Get = static bytes => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            Set = static (bytes, value) => BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value),
        };
    }
}
