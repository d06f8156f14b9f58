using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Benchmarks;

/// <summary>
/// An LSTM of 128 units over 64 sequences of 50 steps of 64 numbers: forward, and forward and backward with the
/// gradients of all weights, and of the input where asked for.
/// </summary>
internal sealed class LstmStep
{
    private const int Batch = 64, Time = 50, Inputs = 64, Hidden = 128;

    private readonly Tape<float> _tape = new();
    private readonly Tensor<float> _input;
    private readonly Tensor<float> _inputWeights;
    private readonly Tensor<float> _recurrentWeights;
    private readonly Tensor<float> _bias;

    /// <summary>Makes input and weights.</summary>
    /// <param name="isInputWanted">True to compute the gradient of the input too, as a layer on top of another does.</param>
    public LstmStep(bool isInputWanted)
    {
        RandomStream random = new(1);
        Tensor<float> input = Variable(random, new Shape(Batch, Time, Inputs), 1);
        _input = isInputWanted ? input : new Tensor<float>(input.Shape, input.Values.ToArray());
        _inputWeights = Variable(random, new Shape(Inputs, 4 * Hidden), 0.05f);
        _recurrentWeights = Variable(random, new Shape(Hidden, 4 * Hidden), 0.05f);
        _bias = Variable(random, new Shape(4 * Hidden), 0.05f);
    }

    /// <summary>The cases of the group <c>train</c>, in milliseconds.</summary>
    public static IEnumerable<Measurement> Measure()
    {
        LstmStep first = new(isInputWanted: false), inner = new(isInputWanted: true);
        yield return Milliseconds("lstm forward", first.Forward);
        yield return Milliseconds("lstm forward + backward", inner.ForwardAndBackward, goal: 13.6);
        yield return Milliseconds("lstm forward + backward, weights only", first.ForwardAndBackward);
    }

    /// <summary>Computes the states; a number that depends on them.</summary>
    public double Forward()
    {
        _tape.Reset();
        return States().Values[^1];
    }

    /// <summary>Computes the mean of the states and its gradients.</summary>
    public double ForwardAndBackward()
    {
        _tape.Reset();
        Tensor<float> mean = _tape.Mean(States());
        _tape.Backward(mean);
        return mean.Scalar;
    }

    private static Measurement Milliseconds(string name, Func<double> call, double? goal = null)
    {
        CallTime time = StopwatchTimer.Measure(call);
        return new(name, time.Median / 1e6, "ms", time.Fastest / 1e6, time.Bytes, goal);
    }

    private static Tensor<float> Variable(RandomStream random, Shape shape, float scale)
    {
        float[] numbers = new float[shape.Length];
        random.FillNormal(numbers.AsSpan());
        return Tensor<float>.Variable(shape, Array.ConvertAll(numbers, number => scale * number));
    }

    private Tensor<float> States() => _tape.Lstm(_input, _inputWeights, _recurrentWeights, _bias).States;
}
