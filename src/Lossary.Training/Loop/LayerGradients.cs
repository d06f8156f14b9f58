using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Watches how long the gradient of each layer's weights is. Allocates nothing until an epoch ends.</summary>
internal sealed class LayerGradients
{
    /// <summary>Of so many batches one is looked at: enough to see a layer that learns nothing, at no cost.</summary>
    private const int Every = 16;

    private readonly Tensor<float>[][] _weights;
    private readonly double[] _sums;
    private int _batches;
    private int _watched;

    public LayerGradients(Network<float> network)
    {
        _weights =
        [
            .. LayerTree.Flatten(network.Layers)
                .Select(
                    layer =>
                        layer.Parameters.Where(weights => weights.IsPenalized).Select(weights => weights.Tensor)
                        .ToArray())
                .Where(weights => weights.Length > 0),
        ];
        _sums = new double[_weights.Length];
    }

    /// <summary>Looks at the gradient of a batch.</summary>
    public void Watch()
    {
        if (_batches++ % Every != 0)
        {
            return;
        }

        _watched++;
        for (int layer = 0; layer < _sums.Length; layer++)
        {
            double squares = 0;
            foreach (Tensor<float> weights in _weights[layer])
            {
                squares += SumOfSquares.Of<float>(weights.Gradient);
            }

            _sums[layer] += Math.Sqrt(squares);
        }
    }

    /// <summary>The means since the last call.</summary>
    public double[] EndEpoch()
    {
        double[] means = Array.ConvertAll(_sums, sum => sum / Math.Max(1, _watched));
        Array.Clear(_sums);
        _batches = _watched = 0;
        return means;
    }
}
