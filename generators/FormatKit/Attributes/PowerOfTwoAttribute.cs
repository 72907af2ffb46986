namespace FormatKit;

/// <summary>The unsigned integer field is a power of two; 0 is none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PowerOfTwoAttribute : Attribute;
