namespace FormatKit.Testing.Tests.Canaries;

internal enum CanaryState : ushort
{
    Asleep = 1,
    Awake = 2,
}
