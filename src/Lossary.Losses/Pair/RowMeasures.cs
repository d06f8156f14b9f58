using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>√Σ(x − y + ε)².</summary>
internal readonly struct EuclideanRows(double epsilon) : IRowMeasure
{
    private readonly double _epsilon = epsilon;

    public static bool HasOneSum => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLane>(TLane x, TLane y, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane>
    {
        TLane difference = (x - y) + _epsilon;
        first += difference * difference;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Value(
        double first, double second, double third, out double byFirst, out double bySecond, out double byThird)
    {
        double value = Math.Sqrt(first);
        byFirst = first == 0 ? 0 : 0.5 / value;
        bySecond = byThird = 0;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Slopes<TLane>(
        TLane x, TLane y, TLane byFirst, TLane bySecond, TLane byThird, out TLane byX, out TLane byY)
        where TLane : struct, ILane<TLane>
    {
        byX = 2 * (byFirst * ((x - y) + _epsilon));
        byY = -byX;
    }
}

/// <summary>Σ(x − y)².</summary>
internal readonly struct SquaredEuclideanRows : IRowMeasure
{
    public static bool HasOneSum => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLane>(TLane x, TLane y, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane> => default(EuclideanRows).Add(x, y, ref first, ref second, ref third);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Value(
        double first, double second, double third, out double byFirst, out double bySecond, out double byThird)
    {
        byFirst = 1;
        bySecond = byThird = 0;
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Slopes<TLane>(
        TLane x, TLane y, TLane byFirst, TLane bySecond, TLane byThird, out TLane byX, out TLane byY)
        where TLane : struct, ILane<TLane> =>
        default(EuclideanRows).Slopes(x, y, byFirst, bySecond, byThird, out byX, out byY);
}

/// <summary>Σ|x − y + ε|.</summary>
internal readonly struct ManhattanRows(double epsilon) : IRowMeasure
{
    private readonly double _epsilon = epsilon;

    public static bool HasOneSum => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLane>(TLane x, TLane y, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane> => first += TLane.Abs((x - y) + _epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Value(
        double first, double second, double third, out double byFirst, out double bySecond, out double byThird)
    {
        byFirst = 1;
        bySecond = byThird = 0;
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Slopes<TLane>(
        TLane x, TLane y, TLane byFirst, TLane bySecond, TLane byThird, out TLane byX, out TLane byY)
        where TLane : struct, ILane<TLane>
    {
        byX = byFirst * TLane.Sign((x - y) + _epsilon);
        byY = -byX;
    }
}

/// <summary>(Σ|x − y + ε|ᵖ)^(1/p).</summary>
internal readonly struct PowerRows(double power, double epsilon) : IRowMeasure
{
    private readonly double _power = power;
    private readonly double _epsilon = epsilon;

    public static bool HasOneSum => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLane>(TLane x, TLane y, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane> => first += TLane.Pow(TLane.Abs((x - y) + _epsilon), _power);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Value(
        double first, double second, double third, out double byFirst, out double bySecond, out double byThird)
    {
        double value = Math.Pow(first, 1 / _power);
        byFirst = first == 0 ? 0 : value / first;
        bySecond = byThird = 0;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Slopes<TLane>(
        TLane x, TLane y, TLane byFirst, TLane bySecond, TLane byThird, out TLane byX, out TLane byY)
        where TLane : struct, ILane<TLane>
    {
        TLane difference = (x - y) + _epsilon;
        byX = byFirst * TLane.Sign(difference) * TLane.Pow(TLane.Abs(difference), _power - 1);
        byY = -byX;
    }
}

/// <summary>Σxy / √((Σx² + ε)(Σy² + ε)), and 0 where a factor is 0.</summary>
internal readonly struct CosineRows(double epsilon) : IRowMeasure
{
    public static bool HasOneSum => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLane>(TLane x, TLane y, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane>
    {
        first += x * y;
        second += x * x;
        third += y * y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Value(
        double first, double second, double third, out double byFirst, out double bySecond, out double byThird)
    {
        double left = second + epsilon, right = third + epsilon;
        if (left == 0 || right == 0)
        {
            byFirst = bySecond = byThird = 0;
            return 0;
        }

        byFirst = 1 / (Math.Sqrt(left) * Math.Sqrt(right));
        double cosine = first * byFirst;
        bySecond = -0.5 * cosine / left;
        byThird = -0.5 * cosine / right;
        return cosine;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Slopes<TLane>(
        TLane x, TLane y, TLane byFirst, TLane bySecond, TLane byThird, out TLane byX, out TLane byY)
        where TLane : struct, ILane<TLane>
    {
        byX = (byFirst * y) + (2 * (bySecond * x));
        byY = (byFirst * x) + (2 * (byThird * y));
    }
}
