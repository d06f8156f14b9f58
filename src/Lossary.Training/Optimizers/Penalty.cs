using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What large weights cost: L1 · Σ|w| + L2/2 · Σw², over weights but not biases.</summary>
/// <param name="L1">Pulls weights to exactly 0; not negative.</param>
/// <param name="L2">Pulls weights towards 0 in proportion; not negative.</param>
public readonly record struct Penalty(double L1, double L2)
{
    /// <summary>True where nothing is asked for.</summary>
    public bool IsNone => L1 == 0 && L2 == 0;

    /// <summary>Adds the penalty's gradient, L1 · sign(w) + L2 · w, to a network's.</summary>
    /// <param name="network">The network, after a backward pass.</param>
    public void AddGradient<T>(Network<T> network) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        if (IsNone)
        {
            return;
        }

        Slope slope = new(L1, L2);
        for (int i = 0; i < network.Parameters.Count; i++)
        {
            Tensor<T> tensor = network.Parameters[i].Tensor;
            if (network.Parameters[i].IsPenalized)
            {
                Sweep.Run(slope, tensor.Values, tensor.Gradient, accumulate: true);
            }
        }
    }

    private readonly struct Slope(double l1, double l2) : IFormula
    {
        private readonly Parameter _plus = new("l1", l1);
        private readonly Parameter _minus = new("-l1", -l1);
        private readonly Parameter _l2 = new("l2", l2);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x, 0, _minus, TLane.WhereLess(0, x, _plus, 0)) + (_l2 * x);
    }
}
