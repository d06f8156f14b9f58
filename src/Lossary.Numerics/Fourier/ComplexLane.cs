using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>A root of unity, the same for all slots of a register.</summary>
internal readonly struct UnitRoot<T>(T real, T imaginary)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly Vector<T> Real = new(real);
    public readonly Vector<T> Imaginary = new(imaginary);
}

/// <summary>As many complex numbers as a register has slots.</summary>
internal readonly struct ComplexLane<T>(Vector<T> real, Vector<T> imaginary)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly Vector<T> Real = real;
    public readonly Vector<T> Imaginary = imaginary;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLane<T> operator +(ComplexLane<T> x, ComplexLane<T> y) =>
        new(x.Real + y.Real, x.Imaginary + y.Imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLane<T> operator -(ComplexLane<T> x, ComplexLane<T> y) =>
        new(x.Real - y.Real, x.Imaginary - y.Imaginary);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLane<T> operator *(ComplexLane<T> x, UnitRoot<T> root) => new(
        (x.Real * root.Real) - (x.Imaginary * root.Imaginary),
        (x.Real * root.Imaginary) + (x.Imaginary * root.Real));

    /// <summary>Times −i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLane<T> TurnedBack() => new(Imaginary, -Real);
}
