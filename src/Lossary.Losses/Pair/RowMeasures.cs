using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

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

    public Tensor<T> Compose<T>(Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.SqrtOrZero(tape.Sum(tape.Square(tape.Shift(tape.Subtract(x, y), _epsilon)), [-1]));
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

    public Tensor<T> Compose<T>(Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Sum(tape.Square(tape.Subtract(x, y)), [-1]);
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

    public Tensor<T> Compose<T>(Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Sum(tape.Abs(tape.Shift(tape.Subtract(x, y), _epsilon)), [-1]);
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

    public Tensor<T> Compose<T>(Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> magnitudes = tape.Abs(tape.Shift(tape.Subtract(x, y), _epsilon));
        return tape.Formula(
            new RaisedOrZero(1 / _power), tape.Sum(tape.Formula(new RaisedOrZero(_power), magnitudes), [-1]));
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

    public Tensor<T> Compose<T>(Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> left = tape.Shift(tape.Sum(tape.Square(x), [-1]), epsilon);
        Tensor<T> right = tape.Shift(tape.Sum(tape.Square(y), [-1]), epsilon);
        Tensor<T> inverses = tape.Multiply(
            tape.Formula(default(InverseRootOrZero), left), tape.Formula(default(InverseRootOrZero), right));
        return tape.Multiply(tape.Sum(tape.Multiply(x, y), [-1]), inverses);
    }
}
