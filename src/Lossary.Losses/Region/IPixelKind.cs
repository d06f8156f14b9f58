namespace Lossary.Losses;

/// <summary>What a sweep over pixels knows before it starts, a constant for the JIT.</summary>
internal interface IPixelKind
{
    /// <summary>True for logits of a sigmoid whose pixels all count, once each, into a gradient that starts.</summary>
    static abstract bool IsUsual { get; }
}

/// <summary>What nearly every call is, without a branch in the loop.</summary>
internal readonly struct UsualPixels : IPixelKind
{
    public static bool IsUsual => true;
}

/// <summary>Whatever the sweep's properties say.</summary>
internal readonly struct AnyPixels : IPixelKind
{
    public static bool IsUsual => false;
}
