using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

public sealed class BatchTermsTests
{
    [Theory]
    [InlineData(PairMeasure.Dot)]
    [InlineData(PairMeasure.Cosine)]
    [InlineData(PairMeasure.Euclidean)]
    [InlineData(PairMeasure.SquaredEuclidean)]
    public void Several_blocks_give_what_one_gives(PairMeasure measure)
    {
        // 1100 rows of 1100 are more than a block of 2^20; the 550 before them fit with the same candidates.
        (double[] values, double[] queries, double[] candidates) = Run(measure, 1100, isSelf: false);
        (double[] some, double[] someQueries, _) = Run(measure, 550, isSelf: false);
        Assert.Equal(some, values[..550]);
        Embeddings.CheckClose(someQueries, queries[..someQueries.Length], 1e-12, "queries");
        Assert.Contains(candidates, slope => slope != 0);
    }

    [Fact]
    public void Queries_that_are_the_candidates_get_both_gradients_in_one_block_and_in_several()
    {
        foreach (int rows in (int[])[40, 1100])
        {
            (_, double[] queries, double[] candidates) = Run(PairMeasure.Dot, rows, isSelf: false, columns: rows);
            (_, double[] both, _) = Run(PairMeasure.Dot, rows, isSelf: true, columns: rows);
            Embeddings.CheckClose([.. queries.Zip(candidates, (x, y) => x + y)], both, 1e-10, $"{rows} rows");
        }
    }

    [Fact]
    public void A_second_backward_pass_over_one_tape_adds_the_same_gradient_again()
    {
        Tensor<double> rows = Embeddings.Waves(6, 3, 1);
        Tape<double> tape = new();
        SoftmaxTerm<NoMargin> term = new(1, [0, 1, 2, 3, 4, 5], excludesSelf: false);
        Tensor<double> mean = tape.Mean(tape.BatchTerms(term, PairMeasure.Euclidean, rows, rows).Values);
        tape.Backward(mean);
        double[] once = rows.Gradient.ToArray();
        tape.Backward(mean);
        Embeddings.CheckClose([.. once.Select(slope => 2 * slope)], rows.Gradient.ToArray(), 1e-12, "twice");
    }

    [Fact]
    public void Memory_does_not_grow_with_the_square_of_the_batch()
    {
        const int Rows = 6000;
        float[] values = [.. Enumerable.Range(0, Rows * 4).Select(i => (float)Math.Sin(12.9898 * i))];
        LossInputs<float> inputs = new() { ["embeddings"] = Tensor<float>.Variable(new Shape(Rows, 4), values) };
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(new NormalisedTemperatureLoss(0.5).Evaluate(inputs).Mean > 0, "It costs nothing.");
        long used = GC.GetAllocatedBytesForCurrentThread() - before;

        // The whole matrix would take 144 MB; a block takes 4 MB, an arena may hold twice what it gave out.
        Assert.InRange(used, 0, 40_000_000);
    }

    [Fact]
    public void Several_blocks_give_the_same_bits_on_any_number_of_threads()
    {
        (double[] alone, double[] shared) = Threads.Both(() =>
        {
            (double[] values, double[] queries, double[] candidates) = Run(PairMeasure.Cosine, 1100, isSelf: false);
            double[] all = [.. values, .. queries, .. candidates];
            return all;
        });
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void Embeddings_of_different_width_are_refused()
    {
        SoftmaxTerm<NoMargin> term = new(1, [0], excludesSelf: false);
        Assert.Throws<ArgumentException>(() => new Tape<double>().BatchTerms(
            term, PairMeasure.Dot, Embeddings.Rows(2, 1, 2), Embeddings.Rows(3, 1, 2, 3)));
    }

    private static (double[] Values, double[] Queries, double[] Candidates) Run(
        PairMeasure measure, int rows, bool isSelf, int columns = 1100)
    {
        Tensor<double> candidates = Embeddings.Waves(columns, 3, 2);
        Tensor<double> queries = isSelf ? candidates : Embeddings.Rows(3, [.. Embeddings.Waves(columns, 3, 2).Values[..(3 * rows)]]);
        Tape<double> tape = new();
        SoftmaxTerm<NoMargin> term = new(0.7, [.. Enumerable.Range(0, rows).Select(i => (i + 1) % columns)], excludesSelf: false);
        Tensor<double> terms = tape.BatchTerms(term, measure, queries, candidates).Values;
        tape.Backward(tape.Sum(terms));
        return (terms.Values.ToArray(), queries.Gradient.ToArray(), candidates.Gradient.ToArray());
    }
}
