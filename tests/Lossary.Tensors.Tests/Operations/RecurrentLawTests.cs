using Lossary.Tests.Shared;

namespace Lossary.Tensors.Tests;

/// <summary>What holds for recurrences of any kind: lengths, threads, memory, refusals.</summary>
public sealed class RecurrentLawTests
{
    private const int Inputs = 3, Hidden = 5;

    [Theory]
    [InlineData("rnn", false)]
    [InlineData("rnn", true)]
    [InlineData("gru", false)]
    [InlineData("gru", true)]
    [InlineData("lstm", false)]
    [InlineData("lstm", true)]
    public void Sequences_with_lengths_are_the_same_sequences_one_by_one(string kind, bool isReversed)
    {
        int[] lengths = [3, 6, 1, 4];
        double[] input = Numbers(4 * 6 * Inputs);
        Model<double> model = new(kind, Inputs, Hidden);
        Tape<double> tape = new();
        double[] together = model.Run(tape, new Shape(4, 6, Inputs), input, lengths, isReversed).Values.ToArray();
        for (int i = 0; i < lengths.Length; i++)
        {
            double[] alone = model.Run(
                tape, new Shape(1, lengths[i], Inputs), input.AsSpan(i * 6 * Inputs, lengths[i] * Inputs), [], isReversed)
                .Values.ToArray();
            ReadOnlySpan<double> row = together.AsSpan(i * 6 * Hidden, 6 * Hidden);
            Assert.Equal(alone, row[..alone.Length].ToArray());
            Assert.All(row[alone.Length..].ToArray(), number => Assert.Equal(0, number));
        }
    }

    [Theory]
    [InlineData("rnn")]
    [InlineData("gru")]
    [InlineData("lstm")]
    public void Any_number_of_threads_gives_the_same_bits(string kind)
    {
        float[] input = Array.ConvertAll(Numbers(70 * 12 * 32), number => (float)number);
        float[] alone = On(1);
        Assert.All([2, 3, 4], threads => Assert.Equal(alone, On(threads)));

        float[] On(int threads) => Threads.Run<float[]>(threads, () =>
        {
            Model<float> model = new(kind, 32, 48);
            Tape<float> tape = new();
            Tensor<float> states = model.Run(tape, new Shape(70, 12, 32), input, [], isReversed: false);
            tape.Backward(tape.Mean(states));
            return [.. states.Values, .. model.Gradients()];
        });
    }

    [Fact]
    public void A_step_in_steady_state_allocates_nothing()
    {
        Model<float> model = new("lstm", Inputs, Hidden);
        Tape<float> tape = new();
        float[] input = new float[20 * 6 * Inputs];
        int[] lengths = [.. Enumerable.Range(0, 20).Select(i => 1 + (i % 6))];
        void Step()
        {
            tape.Reset();
            Tensor<float> states = model.Run(tape, new Shape(20, 6, Inputs), input, lengths, isReversed: true);
            tape.Backward(tape.Mean(tape.LastStep(states, lengths, isReversed: true)));
        }

        for (int i = 0; i < 50; i++)
        {
            Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Inference_gives_what_training_gives()
    {
        double[] input = Numbers(3 * 6 * Inputs);
        Model<double> model = new("lstm", Inputs, Hidden);
        Tape<double> tape = new();
        double[] recorded = model.Run(tape, new Shape(3, 6, Inputs), input, [], isReversed: false).Values.ToArray();
        using NoGradientScope<double> scope = tape.NoGradient();
        Assert.Equal(recorded, model.Run(tape, new Shape(3, 6, Inputs), input, [], isReversed: false).Values.ToArray());
    }

    [Theory]
    [InlineData(2, 0, "lengths has 2 elements, the input has 4 sequences")]
    [InlineData(4, 7, "lengths[3] is 7, the input has 6 steps")]
    [InlineData(4, 0, "lengths[3] is 0, the input has 6 steps")]
    public void Lengths_that_do_not_fit_are_refused(int count, int last, string message)
    {
        int[] lengths = [.. Enumerable.Repeat(6, count)];
        lengths[^1] = last;
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new Model<double>("gru", Inputs, Hidden).Run(
            new Tape<double>(), new Shape(4, 6, Inputs), new double[4 * 6 * Inputs], lengths, isReversed: false));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 6, 2, "Lstm: the input is [4, 6, 2], inputWeights is [3, 20]; it must be [2, 20].")]
    [InlineData(0, 6, 3, "Lstm: input is [0, 6, 3]; at least one sequence")]
    public void Inputs_that_do_not_fit_are_refused(int batch, int time, int width, string message)
    {
        Shape shape = new(batch, time, width);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new Model<double>("lstm", Inputs, Hidden).Run(
            new Tape<double>(), shape, new double[shape.Length], [], isReversed: false));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LastStep_is_differentiable(bool isReversed)
    {
        Tensor<double> input = CentralDifferences.Variable(new Shape(2, 3, 2), 1);
        CentralDifferences.Check(tape => tape.Weighed(tape.LastStep(input, [2, 3], isReversed)), input);
    }

    private static double[] Numbers(int count)
    {
        Random random = new(7);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextDouble() * 2) - 1)];
    }

    private sealed class Model<T>
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        private readonly string _kind;
        private readonly Tensor<T>[] _weights;

        public Model(string kind, int inputs, int hidden)
        {
            _kind = kind;
            int gates = kind switch { "lstm" => 4, "gru" => 3, _ => 1 };
            _weights = [.. new[]
            {
                new Shape(inputs, gates * hidden), new Shape(hidden, gates * hidden), new Shape(gates * hidden),
                new Shape(hidden),
            }.Select(shape => Tensor<T>.Variable(
                shape, Array.ConvertAll(Numbers(shape.Length), number => T.CreateChecked(0.5 * number))))];
        }

        public T[] Gradients() => [.. _weights.SelectMany(weights => weights.Gradient.ToArray())];

        public Tensor<T> Run(
            Tape<T> tape, Shape shape, ReadOnlySpan<T> input, ReadOnlySpan<int> lengths, bool isReversed)
        {
            Tensor<T> sequences = tape.Constant(shape, input);
            return _kind switch
            {
                "lstm" => tape.Lstm(
                    sequences, _weights[0], _weights[1], _weights[2], lengths: lengths, isReversed: isReversed).States,
                "gru" => tape.Gru(
                    sequences, _weights[0], _weights[1], _weights[2], _weights[3], lengths: lengths,
                    isReversed: isReversed),
                _ => tape.Rnn(
                    sequences, _weights[0], _weights[1], _weights[2], lengths: lengths, isReversed: isReversed),
            };
        }
    }
}
