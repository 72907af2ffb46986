using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>What a wrong declaration gets: members that compile, and never run.</summary>
    public static string EmitStub(StubModel stub)
    {
        var (type, self) = (stub.Type, stub.Type.Identifier);
        var contract = $"global::FormatKit.IBinaryLayout<{self}>";
        var writer = new SourceWriter();
        OpenFile(writer, type);
        writer.Lines("#pragma warning disable CS1591");
        writer.Open($"partial struct {self} : {contract}");
        foreach (var property in stub.Properties)
        {
            EmitStubProperty(writer, property);
        }

        EmitOperations(writer, type);
        writer.Lines($$"""

            static int {{contract}}.Size => throw null!;

            static global::FormatKit.LayoutInfo {{contract}}.Info => throw null!;

            static bool {{contract}}.HasRules => throw null!;

            static int {{contract}}.Validate<TSink>(in {{self}} value, ref TSink sink) => throw null!;

            static void {{contract}}.Seal(ref {{self}} value) => throw null!;
            """);
        writer.Close();
        CloseContainers(writer, type);
        if (type.Extensions.AreMethods)
        {
            writer.Line();
            writer.Open($"{type.Extensions.Accessibility} static class {type.Extensions.Identifier}");
            writer.Lines($"{MemberAccess(type)} static void Seal({Receiver(type)}) => throw null!;");
            writer.Close();
        }

        return writer.ToString();
    }

    private static void EmitStubProperty(SourceWriter writer, PropertyModel property)
    {
        writer.Lines("/// <summary>Not generated: its layout is declared wrongly.</summary>");
        writer.Open(Header(property));
        foreach (var accessor in new[] { property.Get, property.Set })
        {
            if (accessor is not null)
            {
                writer.Lines($"{accessor} => throw null!;");
            }
        }

        writer.Close();
        writer.Line();
    }
}
