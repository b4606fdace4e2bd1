package dev.dialtone.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WishTest {
  @Test
  void of_itsOwnLine_isTheSame() {
    var wish = new Wish("NAME-9", Kind.NAME, "+12065550100", "", "", "ACME 9");
    assertThat(Wish.of(wish.line())).isEqualTo(wish);
  }
}
