using System.Reflection;
using System.Runtime.InteropServices;
using FormatKit.Formats;
using FormatKit.Testing;
using FsCheck.Fluent;

namespace FormatKit.Interop.Tests.Schemas;

/// <summary>
/// Random valid instances of every fixed layout here: those of the formats, and one of everything that can be declared.
/// </summary>
internal static class SampleStructures
{
    private const int Each = 25;

    private static readonly MethodInfo DrawMethod =
        typeof(SampleStructures).GetMethod(nameof(Draw), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo WithWordsMethod =
        typeof(SampleStructures).GetMethod(nameof(WithWords), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo DrawRecordMethod =
        typeof(SampleStructures).GetMethod(nameof(DrawRecord), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static IReadOnlyList<(LayoutInfo Layout, byte[][] Samples)> Draw(ulong seed) =>
        [.. typeof(KnownLayouts).Assembly.GetTypes().Concat(typeof(SampleStructures).Assembly.GetTypes())
            .Where(type => type is { IsValueType: true, IsNested: false } && type.GetInterfaces().Any(IsLayoutContract))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => ((LayoutInfo, byte[][]))DrawMethod.MakeGenericMethod(type).Invoke(null, [seed])!)];

    /// <summary>Random valid instances of every record here.</summary>
    public static IReadOnlyList<(RecordInfo Record, byte[][] Samples)> DrawRecords(ulong seed) =>
        [.. typeof(KnownRecords).Assembly.GetTypes().Concat(typeof(SampleStructures).Assembly.GetTypes())
            .Where(type => type.GetInterfaces().Any(IsRecordContract) && !type.ContainsGenericParameters)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => ((RecordInfo, byte[][]))DrawRecordMethod.MakeGenericMethod(type).Invoke(null, [seed])!)];

    private static (RecordInfo Record, byte[][] Samples) DrawRecord<T>(ulong seed)
        where T : IBinaryRecord<T>
    {
        var record = Records.InfoOf<T>();
        var random = new Random((int)seed);
        return (record, [.. Arbitraries.Valid<T>().Generator.Sample(Each, Each).Select(value =>
        {
            object boxed = value;
            foreach (var field in record.Fields.Where(field => field.Kind == RecordFieldKind.Value))
            {
                if (field.Value!.Nested is { } layout)
                {
                    field.Set!(boxed, WithWordsMethod.MakeGenericMethod(field.Get(boxed)!.GetType())
                        .Invoke(null, [layout, field.Get(boxed), random]));
                }
            }

            return record.ToBytes(boxed);
        })]);
    }

    private static T WithWords<T>(LayoutInfo layout, T value, Random random)
        where T : struct, IBinaryLayout<T>
    {
        var bytes = Layout.BytesOf(in value).ToArray();
        WriteWords(layout, bytes, random);
        return MemoryMarshal.Read<T>(bytes);
    }

    private static bool IsRecordContract(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IBinaryRecord<>);

    private static bool IsLayoutContract(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IBinaryLayout<>);

    private static (LayoutInfo Layout, byte[][] Samples) Draw<T>(ulong seed)
        where T : struct, IBinaryLayout<T>
    {
        var layout = Layout.InfoOf<T>();
        var random = new Random((int)seed);
        var samples = Arbitraries.Valid<T>().Generator.Sample(Each, Each).Select(value =>
        {
            var bytes = Layout.BytesOf(in value).ToArray();
            WriteWords(layout, bytes, random);
            return bytes;
        });
        return (layout, [.. samples]);
    }

    private static void WriteWords(LayoutInfo layout, byte[] bytes, Random random)
    {
        foreach (var placed in PlacedField.AllOf(layout).Where(placed => placed.Field.Kind == FieldKind.Text))
        {
            placed.Field.Set!(bytes.AsSpan(placed.Offset - placed.Field.Offset), Words(placed.Field, random));
        }

        layout.Seal(bytes);
    }

    /// <summary>A text that any reader can read: what is no text differs between them.</summary>
    private static string Words(FieldInfo field, Random random)
    {
        var (letters, width) = field.Encoding switch
        {
            TextEncoding.Ascii => ("abcXYZ 019", 1),
            TextEncoding.Latin1 => ("abc éÿ", 1),
            TextEncoding.Utf8 => ("aé漢", 3),
            _ => ("aé漢", 2),
        };
        var length = random.Next((field.Width / width) + 1);
        var text = string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));
        return field.Padding == TextPadding.Space ? text.TrimEnd() : text;
    }
}
