using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>The parameters of one direction of one layer of a recurrent network.</summary>
internal sealed class RecurrentWeights<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly NetworkParameter<T> _ofInput;
    private readonly NetworkParameter<T> _ofState;
    private readonly NetworkParameter<T> _bias;
    private readonly NetworkParameter<T>? _recurrentBias;

    public RecurrentWeights(string prefix, int inputs, int hidden, int gates, bool hasRecurrentBias)
    {
        Hidden = hidden;
        _ofInput = new($"{prefix}input weights", new Shape(inputs, gates * hidden), isPenalized: true);
        _ofState = new($"{prefix}recurrent weights", new Shape(hidden, gates * hidden), isPenalized: true);
        _bias = new($"{prefix}bias", new Shape(gates * hidden), isPenalized: false);
        _recurrentBias = hasRecurrentBias
            ? new($"{prefix}recurrent bias", new Shape(hidden), isPenalized: false)
            : null;
        Parameters = _recurrentBias is null ? [_ofInput, _ofState, _bias] : [_ofInput, _ofState, _bias, _recurrentBias];
    }

    public int Hidden { get; }

    public IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    public Tensor<T> OfInput => _ofInput.Tensor;

    public Tensor<T> OfState => _ofState.Tensor;

    public Tensor<T> Bias => _bias.Tensor;

    public Tensor<T> RecurrentBias => _recurrentBias!.Tensor; // Asked for by the cell that declares it.

    /// <summary>Weights uniform within ±√(1 / hidden), biases 0.</summary>
    public void Initialize(RandomStream random)
    {
        double bound = Math.Sqrt(1.0 / Hidden);
        foreach (NetworkParameter<T> parameter in Parameters)
        {
            foreach (ref T number in parameter.Tensor.Values)
            {
                number = parameter.IsPenalized
                    ? T.CreateTruncating(((2 * random.NextDouble()) - 1) * bound)
                    : T.Zero;
            }
        }
    }
}
