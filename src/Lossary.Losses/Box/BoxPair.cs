using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What losses of boxes are made of: overlap, distance and shapes of a predicted box and its target.</summary>
/// <remarks>As text each has the name that papers give it.</remarks>
/// <param name="x">Left, top, right, bottom of the prediction, then of the target.</param>
[method: MethodImpl(MethodImplOptions.AggressiveInlining)]
internal readonly ref struct BoxPair<TLane>(ReadOnlySpan<TLane> x)
    where TLane : struct, ILane<TLane>
{
    private readonly ReadOnlySpan<TLane> _x = x;

    private static bool IsText
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(TLane) == typeof(Symbol);
    }


    /// <summary>The predicted width.</summary>
    public TLane Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named("w") : _x[2] - _x[0];
    }

    /// <summary>The predicted height.</summary>
    public TLane Height
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named("h") : _x[3] - _x[1];
    }

    /// <summary>The target's width.</summary>
    public TLane TargetWidth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named("w_0") : _x[6] - _x[4];
    }

    /// <summary>The target's height.</summary>
    public TLane TargetHeight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named("h_0") : _x[7] - _x[5];
    }

    /// <summary>The width of the smallest box around both.</summary>
    public TLane HullWidth
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named("C_w") : TLane.Max(_x[2], _x[6]) - TLane.Min(_x[0], _x[4]);
    }

    /// <summary>The height of the smallest box around both.</summary>
    public TLane HullHeight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named("C_h") : TLane.Max(_x[3], _x[7]) - TLane.Min(_x[1], _x[5]);
    }

    /// <summary>From the target's centre to the prediction's, to the right.</summary>
    public TLane OffsetX
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named(@"\Delta_x") : 0.5 * (_x[0] + _x[2] - (_x[4] + _x[6]));
    }

    /// <summary>From the target's centre to the prediction's, downwards.</summary>
    public TLane OffsetY
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named(@"\Delta_y") : 0.5 * (_x[1] + _x[3] - (_x[5] + _x[7]));
    }

    /// <summary>Intersection over union; 0 where neither has an area.</summary>
    public TLane Overlap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IsText ? Named(@"\mathrm{IoU}") : Quotient(Intersection, Union);
    }

    /// <summary>The part of the smallest box around both that neither fills.</summary>
    public TLane Waste
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TLane hull = HullWidth * HullHeight;
            return IsText ? Named(@"\frac{C - U}{C}") : Quotient(hull - Union, hull);
        }
    }

    /// <summary>
    /// The squared distance of the centres, in units of the diagonal of the smallest box around both.
    /// </summary>
    public TLane Distance
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TLane squared = (OffsetX * OffsetX) + (OffsetY * OffsetY);
            TLane diagonal = (HullWidth * HullWidth) + (HullHeight * HullHeight);
            return IsText ? Named(@"\frac{d^2}{c^2}") : Quotient(squared, diagonal);
        }
    }

    /// <summary>The squared difference of the angles whose tangents are width over height, 4/π² of it.</summary>
    public TLane Aspect
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TLane difference = Angle(Width, Height) - Angle(TargetWidth, TargetHeight);
            return IsText ? Named("v") : 0.4052847345693511 * (difference * difference);
        }
    }

    private TLane Intersection
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            TLane width = TLane.Min(_x[2], _x[6]) - TLane.Max(_x[0], _x[4]);
            TLane height = TLane.Min(_x[3], _x[7]) - TLane.Max(_x[1], _x[5]);
            return TLane.AtLeast(width, 0) * TLane.AtLeast(height, 0);
        }
    }

    private TLane Union
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (Width * Height) + (TargetWidth * TargetHeight) - Intersection;
    }

    /// <summary>x / y for y ≥ 0, and 0, which does not pull, where y is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Quotient(TLane x, TLane y) =>
        IsText ? x / y : TLane.WhereAtMost(y, 0, 0, x / y);

    /// <summary>The angle whose tangent is width over height, also where the height is 0; π/4 where both are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Angle(TLane width, TLane height)
    {
        TLane isWide = Stable.Arctangent(TLane.WhereLess(0, width, height / width, 1));
        TLane isHigh = Stable.Arctangent(width / height);
        return TLane.WhereLess(width, height, isHigh, 1.5707963267948966 - isWide);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Named(string name) => (TLane)(object)new Symbol(name);
}
