namespace Lossary.Losses.Tests;

/// <summary>The values and shapes of input at which losses fail elsewhere, each with the tests that try it here.</summary>
public sealed class FailureValueTests
{
    private static readonly (string Value, Type Class, string Test)[] s_values =
    [
        ("z up to ±1e300", typeof(HuberLossTests), nameof(HuberLossTests.Finite_stays_finite_in_double)),
        (
            "z up to ±1e30 in float", typeof(HuberLossTests),
            nameof(HuberLossTests.Finite_stays_finite_in_float_where_the_exact_value_is)),
        (
            "z up to ±710", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.Extreme_numbers_in_what_is_learnt_give_no_NaN)),
        (
            "z of classes", typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Finite_scores_give_finite_losses_and_gradients)),
        (
            "z = ±∞", typeof(HuberLossTests),
            nameof(HuberLossTests.Infinite_prediction_costs_what_huge_ones_tend_to_or_is_not_finite)),
        (
            "z = ∞ of classes", typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.NaN_or_infinity_in_a_row_that_counts_never_looks_like_a_number)),
        ("z = NaN", typeof(HuberLossTests), nameof(HuberLossTests.NaN_in_a_prediction_comes_out_as_NaN)),
        (
            "y = NaN", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.NaN_is_refused_with_its_place_in_what_is_not_learnt)),
        (
            "p from 0 to 1", typeof(BinaryCrossEntropyOnProbabilitiesLossTests),
            nameof(BinaryCrossEntropyOnProbabilitiesLossTests.Finite_stays_finite_in_double)),
        (
            "p from 0 to 1", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.Certain_and_impossible_probabilities_give_no_NaN)),
        ("y at the ends", typeof(TweedieLossTests), nameof(TweedieLossTests.Value_is_the_published_formula)),
        (
            "y beyond the ends", typeof(TweedieLossTests),
            nameof(TweedieLossTests.Targets_out_of_domain_are_refused_by_index)),
        (
            "n = 0", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.No_sample_is_a_loss_of_0_with_an_empty_gradient_or_one_of_0)),
        (
            "n = 1", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.One_sample_is_a_number_with_a_gradient_of_numbers_or_refused)),
        (
            "n = 2, all masked", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.No_term_that_counts_is_a_loss_of_0_with_a_gradient_of_0)),
        (
            "all ignored", typeof(CrossEntropyLossTests),
            nameof(CrossEntropyLossTests.Nothing_that_counts_is_a_loss_of_0_with_gradient_0)),
        (
            "all pixels ignored", typeof(IgnoredPixelTests),
            nameof(IgnoredPixelTests.All_ignored_is_0_or_right_with_a_gradient_of_0)),
        (
            "weights of 0", typeof(GaussianLossTests),
            nameof(GaussianLossTests.Nothing_that_counts_is_0_with_a_gradient_of_0)),
        ("one class only", typeof(AreaLogisticLossTests), nameof(AreaLogisticLossTests.A_batch_of_one_class_costs_nothing)),
        (
            "one class only", typeof(EmptyTruthTests),
            nameof(EmptyTruthTests.A_class_that_is_nowhere_leaves_value_and_gradient_finite)),
        (
            "equal embeddings", typeof(ArrayExtremeTests),
            nameof(ArrayExtremeTests.Extreme_numbers_in_what_is_learnt_give_no_NaN)),
        (
            "identical boxes", typeof(CompleteIntersectionOverUnionLossTests),
            nameof(CompleteIntersectionOverUnionLossTests.A_box_that_is_its_target_costs_nothing)),
        (
            "boxes without area", typeof(CompleteIntersectionOverUnionLossTests),
            nameof(CompleteIntersectionOverUnionLossTests.Boxes_without_area_have_a_finite_cost_and_gradient)),
        (
            "ties in time", typeof(CoxEfronLossTests),
            nameof(CoxEfronLossTests.Two_that_fail_together_leave_half_of_themselves_for_the_second)),
        (
            "ties in score", typeof(LambdaRankLossTests),
            nameof(LambdaRankLossTests.Equal_scores_are_ranked_in_the_order_of_the_rows)),
        (
            "fewer steps than labels", typeof(UnreadableLabelsTests),
            nameof(UnreadableLabelsTests.More_labels_than_steps_and_labels_without_steps_are_infinite_too)),
    ];

    [Fact]
    public void Every_value_is_tried_by_a_test_that_runs() =>
        Assert.All(s_values, value => TestNames.Check(value.Class, value.Test));
}
