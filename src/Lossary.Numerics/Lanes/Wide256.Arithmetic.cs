using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <content>Operators and choices.</content>
public partial struct Wide256<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Abs(Wide256<T> x)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.Abs(x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Min(Wide256<T> x, Wide256<T> y)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.ConditionalSelect(
        Vector256.Equals(x.Numbers, x.Numbers), Vector256.MinNative(x.Numbers, y.Numbers), x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Max(Wide256<T> x, Wide256<T> y)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.ConditionalSelect(
        Vector256.Equals(x.Numbers, x.Numbers), Vector256.MaxNative(x.Numbers, y.Numbers), x.Numbers);
        return lane;
    }

    // The x86 instruction hands back its second operand where either is NaN: hence x stands second.

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> AtLeast(Wide256<T> x, Wide256<T> bound)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.MaxNative(bound.Numbers, x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> AtMost(Wide256<T> x, Wide256<T> bound)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.MinNative(bound.Numbers, x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> WhereLess(Wide256<T> x, Wide256<T> y, Wide256<T> chosen, Wide256<T> otherwise)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.ConditionalSelect(
            Vector256.LessThan(x.Numbers, y.Numbers), chosen.Numbers, otherwise.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> WhereAtMost(Wide256<T> x, Wide256<T> y, Wide256<T> chosen, Wide256<T> otherwise)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.ConditionalSelect(
            Vector256.LessThanOrEqual(x.Numbers, y.Numbers), chosen.Numbers, otherwise.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> Sqrt(Wide256<T> x)
    {
        Wide256<T> lane;
        lane.Numbers = Vector256.Sqrt(x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator +(Wide256<T> x, Wide256<T> y)
    {
        Wide256<T> lane;
        lane.Numbers = x.Numbers + y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator -(Wide256<T> x, Wide256<T> y)
    {
        Wide256<T> lane;
        lane.Numbers = x.Numbers - y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator *(Wide256<T> x, Wide256<T> y)
    {
        Wide256<T> lane;
        lane.Numbers = x.Numbers * y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator +(double number, Wide256<T> x)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (Vector256.Create((float)number) + x.Numbers.AsSingle()).As<float, T>()
            : (Vector256.Create(number) + x.Numbers.AsDouble()).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator -(double number, Wide256<T> x)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (Vector256.Create((float)number) - x.Numbers.AsSingle()).As<float, T>()
            : (Vector256.Create(number) - x.Numbers.AsDouble()).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator *(double number, Wide256<T> x)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (Vector256.Create((float)number) * x.Numbers.AsSingle()).As<float, T>()
            : (Vector256.Create(number) * x.Numbers.AsDouble()).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator /(double number, Wide256<T> x)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (Vector256.Create((float)number) / x.Numbers.AsSingle()).As<float, T>()
            : (Vector256.Create(number) / x.Numbers.AsDouble()).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator +(Wide256<T> x, double number)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (x.Numbers.AsSingle() + Vector256.Create((float)number)).As<float, T>()
            : (x.Numbers.AsDouble() + Vector256.Create(number)).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator -(Wide256<T> x, double number)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (x.Numbers.AsSingle() - Vector256.Create((float)number)).As<float, T>()
            : (x.Numbers.AsDouble() - Vector256.Create(number)).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator *(Wide256<T> x, double number)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (x.Numbers.AsSingle() * Vector256.Create((float)number)).As<float, T>()
            : (x.Numbers.AsDouble() * Vector256.Create(number)).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator *(Parameter parameter, Wide256<T> x)
    {
        Vector256<T> numbers = typeof(T) == typeof(float)
            ? (Vector256.Create(parameter.Narrow) * x.Numbers.AsSingle()).As<float, T>()
            : (Vector256.Create(parameter.Value) * x.Numbers.AsDouble()).As<double, T>();
        Wide256<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator /(Wide256<T> x, Wide256<T> y)
    {
        Wide256<T> lane;
        lane.Numbers = x.Numbers / y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256<T> operator -(Wide256<T> x)
    {
        Wide256<T> lane;
        lane.Numbers = -x.Numbers;
        return lane;
    }
}
