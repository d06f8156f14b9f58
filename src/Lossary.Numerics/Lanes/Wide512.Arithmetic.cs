using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <content>Operators and choices.</content>
public partial struct Wide512<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Abs(Wide512<T> x)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.Abs(x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Min(Wide512<T> x, Wide512<T> y)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.ConditionalSelect(
        Vector512.Equals(x.Numbers, x.Numbers), Vector512.MinNative(x.Numbers, y.Numbers), x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Max(Wide512<T> x, Wide512<T> y)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.ConditionalSelect(
        Vector512.Equals(x.Numbers, x.Numbers), Vector512.MaxNative(x.Numbers, y.Numbers), x.Numbers);
        return lane;
    }

    // The x86 instruction hands back its second operand where either is NaN: hence x stands second.

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> AtLeast(Wide512<T> x, Wide512<T> bound)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.MaxNative(bound.Numbers, x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> AtMost(Wide512<T> x, Wide512<T> bound)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.MinNative(bound.Numbers, x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> WhereLess(Wide512<T> x, Wide512<T> y, Wide512<T> chosen, Wide512<T> otherwise)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.ConditionalSelect(
            Vector512.LessThan(x.Numbers, y.Numbers), chosen.Numbers, otherwise.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> WhereAtMost(Wide512<T> x, Wide512<T> y, Wide512<T> chosen, Wide512<T> otherwise)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(x.Numbers, y.Numbers), chosen.Numbers, otherwise.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> Sqrt(Wide512<T> x)
    {
        Wide512<T> lane;
        lane.Numbers = Vector512.Sqrt(x.Numbers);
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator +(Wide512<T> x, Wide512<T> y)
    {
        Wide512<T> lane;
        lane.Numbers = x.Numbers + y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator -(Wide512<T> x, Wide512<T> y)
    {
        Wide512<T> lane;
        lane.Numbers = x.Numbers - y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator *(Wide512<T> x, Wide512<T> y)
    {
        Wide512<T> lane;
        lane.Numbers = x.Numbers * y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator +(double number, Wide512<T> x)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (Vector512.Create((float)number) + x.Numbers.AsSingle()).As<float, T>()
            : (Vector512.Create(number) + x.Numbers.AsDouble()).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator -(double number, Wide512<T> x)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (Vector512.Create((float)number) - x.Numbers.AsSingle()).As<float, T>()
            : (Vector512.Create(number) - x.Numbers.AsDouble()).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator *(double number, Wide512<T> x)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (Vector512.Create((float)number) * x.Numbers.AsSingle()).As<float, T>()
            : (Vector512.Create(number) * x.Numbers.AsDouble()).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator /(double number, Wide512<T> x)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (Vector512.Create((float)number) / x.Numbers.AsSingle()).As<float, T>()
            : (Vector512.Create(number) / x.Numbers.AsDouble()).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator +(Wide512<T> x, double number)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (x.Numbers.AsSingle() + Vector512.Create((float)number)).As<float, T>()
            : (x.Numbers.AsDouble() + Vector512.Create(number)).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator -(Wide512<T> x, double number)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (x.Numbers.AsSingle() - Vector512.Create((float)number)).As<float, T>()
            : (x.Numbers.AsDouble() - Vector512.Create(number)).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator *(Wide512<T> x, double number)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (x.Numbers.AsSingle() * Vector512.Create((float)number)).As<float, T>()
            : (x.Numbers.AsDouble() * Vector512.Create(number)).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator *(Parameter parameter, Wide512<T> x)
    {
        Vector512<T> numbers = typeof(T) == typeof(float)
            ? (Vector512.Create(parameter.Narrow) * x.Numbers.AsSingle()).As<float, T>()
            : (Vector512.Create(parameter.Value) * x.Numbers.AsDouble()).As<double, T>();
        Wide512<T> lane;
        lane.Numbers = numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator /(Wide512<T> x, Wide512<T> y)
    {
        Wide512<T> lane;
        lane.Numbers = x.Numbers / y.Numbers;
        return lane;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512<T> operator -(Wide512<T> x)
    {
        Wide512<T> lane;
        lane.Numbers = -x.Numbers;
        return lane;
    }
}
