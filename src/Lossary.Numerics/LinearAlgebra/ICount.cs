namespace Lossary.Numerics;

/// <summary>A number that the JIT sees: how many rows, or lanes, a tile of a matrix product has.</summary>
internal interface ICount
{
    static abstract int Count { get; }
}

internal readonly struct CountOne : ICount
{
    public static int Count => 1;
}

internal readonly struct CountTwo : ICount
{
    public static int Count => 2;
}

internal readonly struct CountThree : ICount
{
    public static int Count => 3;
}

internal readonly struct CountFour : ICount
{
    public static int Count => 4;
}

internal readonly struct CountFive : ICount
{
    public static int Count => 5;
}

internal readonly struct CountSix : ICount
{
    public static int Count => 6;
}

internal readonly struct CountSeven : ICount
{
    public static int Count => 7;
}

internal readonly struct CountEight : ICount
{
    public static int Count => 8;
}
