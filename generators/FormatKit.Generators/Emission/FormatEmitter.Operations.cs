using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void EmitOperations(SourceWriter writer, TypeModel type) =>
        writer.Lines($"""
            /// <summary>The first bytes of a buffer as a <see cref="{type.Identifier}"/>, to read in place.</summary>
            /// <exception cref="global::System.ArgumentException">There are too few bytes.</exception>
            public static ref readonly {type.Identifier} View(global::System.ReadOnlySpan<byte> bytes) =>
                ref global::FormatKit.Layout.View<{type.Identifier}>(bytes);

            /// <summary>The first bytes of a buffer as a <see cref="{type.Identifier}"/>, to edit in place.</summary>
            /// <exception cref="global::System.ArgumentException">There are too few bytes.</exception>
            public static ref {type.Identifier} Edit(global::System.Span<byte> bytes) =>
                ref global::FormatKit.Layout.Edit<{type.Identifier}>(bytes);

            /// <summary>Copies the first bytes of a buffer; nothing is validated.</summary>
            /// <returns>Whether there are enough bytes.</returns>
            public static bool TryRead(global::System.ReadOnlySpan<byte> bytes, out {type.Identifier} value) =>
                global::FormatKit.Layout.TryRead(bytes, out value);

            /// <summary>Copies the first bytes of a buffer and validates them; adds what is broken.</summary>
            /// <returns>Whether there are enough bytes and no rule is broken.</returns>
            public static bool TryRead(
                global::System.ReadOnlySpan<byte> bytes, out {type.Identifier} value,
                global::FormatKit.ViolationList violations,
                global::FormatKit.Strictness strictness = global::FormatKit.Strictness.Spec) =>
                global::FormatKit.Layout.TryRead(bytes, out value, violations, strictness);

            /// <summary>Copies the first bytes of a buffer and validates them.</summary>
            /// <exception cref="global::FormatKit.LayoutException">Bytes are missing, or a rule is broken.</exception>
            public static {type.Identifier} Read(
                global::System.ReadOnlySpan<byte> bytes,
                global::FormatKit.Strictness strictness = global::FormatKit.Strictness.Spec) =>
                global::FormatKit.Layout.Read<{type.Identifier}>(bytes, strictness);
            """);
}
