namespace FormatKit.Testing.Tests.Canaries;

internal readonly struct NoRecordBug : IPlantedRecordBug;

internal readonly struct WrongItemOrder : IPlantedRecordBug
{
    public static bool IsInTableOrder => false;
}

internal readonly struct ForgottenSum : IPlantedRecordBug
{
    public static bool ValidatesSum => false;
}

internal readonly struct ForgivenSum : IPlantedRecordBug
{
    public static bool ForgivesMissingSum => true;
}

internal readonly struct CountBelieved : IPlantedRecordBug
{
    public static bool AllocatesFirst => true;
}

internal readonly struct KindThrows : IPlantedRecordBug
{
    public static bool ThrowsForUnknownKinds => true;
}

internal readonly struct SumNotWritten : IPlantedRecordBug
{
    public static bool ForgetsToWriteSum => true;
}

internal readonly struct WriterLosesBit : IPlantedRecordBug
{
    public static ushort Put(ushort item) => (ushort)(item & 0xFFFE);
}
