using System.Reflection;
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

    public static IReadOnlyList<(LayoutInfo Layout, byte[][] Samples)> Draw(ulong seed) =>
        [.. typeof(KnownLayouts).Assembly.GetTypes().Concat(typeof(SampleStructures).Assembly.GetTypes())
            .Where(type => type is { IsValueType: true, IsNested: false } && type.GetInterfaces().Any(IsLayoutContract))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => ((LayoutInfo, byte[][]))DrawMethod.MakeGenericMethod(type).Invoke(null, [seed])!)];

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
            foreach (var placed in PlacedField.AllOf(layout).Where(placed => placed.Field.Kind == FieldKind.Text))
            {
                placed.Field.Set!(bytes.AsSpan(placed.Offset - placed.Field.Offset), Words(placed.Field, random));
            }

            layout.Seal(bytes);
            return bytes;
        });
        return (layout, [.. samples]);
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
