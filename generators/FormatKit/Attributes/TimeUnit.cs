namespace FormatKit;

/// <summary>What a timestamp counts.</summary>
public enum TimeUnit
{
    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Steps of 100 nanoseconds, as in a Windows FILETIME.</summary>
    HundredNanoseconds,
}
