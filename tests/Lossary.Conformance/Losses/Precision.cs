using System.Numerics;

namespace Lossary.Conformance;

/// <summary>From the doubles of the files to a case's own precision and back.</summary>
internal static class Precision
{
    /// <summary>Each number rounded to T.</summary>
    public static T[] To<T>(double[] numbers) where T : INumber<T> => [.. numbers.Select(T.CreateTruncating)];

    /// <summary>Each number as a double, exactly.</summary>
    public static double[] Widen<T>(T[] numbers) where T : INumber<T> => [.. numbers.Select(double.CreateTruncating)];
}
