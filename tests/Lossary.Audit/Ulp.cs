using System.Numerics;

namespace Lossary.Audit;

/// <summary>Errors in units of the last place.</summary>
internal static class Ulp
{
    /// <summary>How far a number lies outside of a range of exact ones, in units in the last place of the nearer end.</summary>
    /// <param name="exact">The range.</param>
    /// <param name="found">The number.</param>
    /// <param name="least">The last place is at least that of this number.</param>
    /// <returns>
    /// 0 for an error that is nothing beside any parameter, 1e-50 in double and 1e-28 in float, and where both overflow;
    /// infinity where the number is not finite though the exact ones are well within the format.
    /// </returns>
    public static double Outside<T>((BigFloat Low, BigFloat High) exact, T found, BigFloat least = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double number = double.CreateTruncating(found);
        if (exact.Low <= number && number <= exact.High)
        {
            return 0;
        }

        BigFloat largest = Largest<T>();
        if (Overflows<T>(exact))
        {
            // Overflow, in the result or on the way to it: NaN tells of it as infinity does, a small number would not.
            bool isNear = double.IsFinite(number) && exact.Low.IsFinite && exact.High.IsFinite;
            if (isNear && BigFloat.Abs(exact.Low) <= largest && BigFloat.Abs(exact.High) <= largest)
            {
                return Units<T>(exact, number, least);
            }

            bool tellsOfIt = !double.IsFinite(number) || exact.Low.IsNaN || exact.High.IsNaN
                || BigFloat.Abs(number) > BigFloat.Scale(largest, -2);
            return tellsOfIt ? 0 : double.PositiveInfinity;
        }

        if (!double.IsFinite(number))
        {
            return double.PositiveInfinity;
        }

        return Units<T>(exact, number, least);
    }

    /// <summary>Whether a range reaches to where the format ends, or is not a number.</summary>
    public static bool Overflows<T>((BigFloat Low, BigFloat High) exact)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        exact.Low.IsNaN || exact.High.IsNaN || !Fits(exact.Low, Largest<T>()) || !Fits(exact.High, Largest<T>());

    private static BigFloat Largest<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float) ? float.MaxValue : double.MaxValue;

    private static double Units<T>((BigFloat Low, BigFloat High) exact, double number, BigFloat size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        BigFloat nearer = number < exact.Low ? exact.Low : exact.High;
        nearer = BigFloat.Abs(nearer) < size ? size : nearer;
        BigFloat distance = number < exact.Low ? exact.Low - number : number - exact.High;
        (int digits, int least, double nothing) = typeof(T) == typeof(float) ? (23, -126, 1e-28) : (52, -1022, 1e-50);
        long magnitude = nearer.IsZero ? least : Math.Max(least, nearer.Magnitude);
        return distance < nothing ? 0 : BigFloat.Scale(distance, digits - magnitude).ToDouble();
    }

    private static bool Fits(BigFloat exact, BigFloat largest) =>
        exact.IsFinite && BigFloat.Abs(exact) < BigFloat.Scale(largest, -4);
}
