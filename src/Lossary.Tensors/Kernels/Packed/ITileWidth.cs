namespace Lossary.Tensors;

/// <summary>How many lanes wide a <see cref="PackedTile{TLane, T, TWidth}"/> is: a constant for the JIT.</summary>
internal interface ITileWidth
{
    static abstract int Lanes { get; }
}

internal readonly struct WidthOne : ITileWidth
{
    public static int Lanes => 1;
}

internal readonly struct WidthTwo : ITileWidth
{
    public static int Lanes => 2;
}

internal readonly struct WidthThree : ITileWidth
{
    public static int Lanes => 3;
}

internal readonly struct WidthFour : ITileWidth
{
    public static int Lanes => 4;
}
