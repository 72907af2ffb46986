using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>What a wrong declaration gets: members that compile, and never run.</summary>
    public static string EmitStub(StubModel stub)
    {
        var (type, self) = (stub.Type, stub.Type.Identifier);
        var writer = new SourceWriter();
        OpenFile(writer, type);
        writer.Lines("#pragma warning disable CS1591");
        var equality = stub.HasEquality ? $", global::System.IEquatable<{self}>" : string.Empty;
        var pairs = string.Concat(stub.Others.Select(other => $", global::FormatKit.IPairRules<{self}, {other}>"));
        writer.Open($"partial struct {self} : global::FormatKit.IBinaryLayout<{self}>{equality}{pairs}");
        foreach (var property in stub.Properties)
        {
            EmitStubProperty(writer, property);
        }

        EmitStubMembers(writer, stub);
        if (stub.HasOperations)
        {
            EmitOperations(writer, type);
        }

        EmitStubContract(writer, stub);
        writer.Close();
        if (!type.Extensions.AreMethods)
        {
            EmitStubExtensions(writer, stub);
        }

        CloseContainers(writer, type);
        if (type.Extensions.AreMethods)
        {
            EmitStubExtensions(writer, stub);
        }

        return writer.Finish();
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

    private static void EmitStubMembers(SourceWriter writer, StubModel stub)
    {
        foreach (var constant in stub.Constants)
        {
            writer.Lines($"{constant.Access}const {constant.Type} {constant.Name} = default;");
        }

        foreach (var view in stub.Views)
        {
            writer.Lines($"{view.Access}readonly {view.Type} {view.Name} => throw null!;");
        }

        if (stub.Offsets.Count > 0)
        {
            writer.Open("public static class Offsets");
            foreach (var field in stub.Offsets)
            {
                writer.Lines($"public const int {field} = 0;");
            }

            writer.Close();
        }

        writer.Line();
    }

    private static void EmitStubContract(SourceWriter writer, StubModel stub)
    {
        var self = stub.Type.Identifier;
        var contract = $"global::FormatKit.IBinaryLayout<{self}>";
        writer.Lines($$"""

            static int {{contract}}.Size => throw null!;

            static global::FormatKit.LayoutInfo {{contract}}.Info => throw null!;

            static bool {{contract}}.HasRules => throw null!;

            static int {{contract}}.Validate<TSink>(in {{self}} value, ref TSink sink) => throw null!;

            static void {{contract}}.Seal(ref {{self}} value) => throw null!;
            """);
        foreach (var other in stub.Others)
        {
            writer.Lines($"""

                static int global::FormatKit.IPairRules<{self}, {other}>.ValidatePair<TSink>(
                    in {self} value, in {other} other, ref TSink sink) => throw null!;
                """);
        }

        if (stub.HasEquality)
        {
            writer.Lines($$"""

                public static bool operator ==(in {{self}} left, in {{self}} right) => throw null!;

                public static bool operator !=(in {{self}} left, in {{self}} right) => throw null!;

                public readonly bool Equals({{self}} other) => throw null!;

                public override readonly bool Equals(object? obj) => throw null!;

                public override readonly int GetHashCode() => throw null!;
                """);
        }
    }

    private static void EmitStubExtensions(SourceWriter writer, StubModel stub)
    {
        var type = stub.Type;
        writer.Line();
        writer.Open($"{Retired(type)}{type.Extensions.Accessibility} static class {type.Extensions.Identifier}");
        writer.Lines($"{MemberAccess(type)} static void Seal({Receiver(type)}) => throw null!;");
        foreach (var edit in stub.Edits)
        {
            var access = edit.Access == "public " ? MemberAccess(type) : "internal";
            writer.Lines($"{access} static {edit.Type} {edit.Name}({Receiver(type)}) => throw null!;");
        }

        if (stub.Externals.Count > 0)
        {
            var regions = string.Concat(stub.Externals.Select(name =>
                $", scoped global::System.ReadOnlySpan<byte> {Identifier(name)}"));
            var value = $"{(type.Extensions.AreMethods ? "this " : string.Empty)}in {type.FullName} layout{regions}, "
                + "global::FormatKit.Strictness strictness = default";
            writer.Lines($"""
                {MemberAccess(type)} static void Seal({Receiver(type)}{regions}) => throw null!;
                {MemberAccess(type)} static global::FormatKit.ViolationList Validate({value}) => throw null!;
                {MemberAccess(type)} static bool IsValid({value}) => throw null!;
                """);
        }

        writer.Close();
    }
}
