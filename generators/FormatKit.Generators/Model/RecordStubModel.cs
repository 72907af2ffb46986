namespace FormatKit.Generators.Model;

/// <summary>What is emitted for a wrong record or set of variants: members that compile and never run.</summary>
internal sealed record RecordStubModel(TypeModel Type, string Header, bool IsVariants);
